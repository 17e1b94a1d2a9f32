export * from './createKubernetesHandlers';
export * from './kubernetesVendor';
export * from './servedResources';
