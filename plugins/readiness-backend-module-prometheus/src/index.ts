export { readinessModulePrometheus as default } from './module';
export { AlertmanagerSource } from './collect/AlertmanagerSource';
export type { AlertmanagerSourceOptions } from './collect/AlertmanagerSource';
export { PrometheusSource } from './collect/PrometheusSource';
export { WorkloadUseSource } from './collect/WorkloadUseSource';
export type { WorkloadUseSourceOptions } from './collect/WorkloadUseSource';
export { resolveRoutes } from './routing';
export * from './config';
