export { readinessModuleArgoCd as default } from './module';
export { ArgoCdSource } from './collect/ArgoCdSource';
export * from './config';
