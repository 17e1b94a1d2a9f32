export * from './createArgoCdHandlers';
export * from './argocdVendor';
