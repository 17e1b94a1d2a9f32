export * from './createKubernetesHandlers';
export * from './kubernetesVendor';
