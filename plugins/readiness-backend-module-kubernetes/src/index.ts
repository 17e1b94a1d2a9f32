export { readinessModuleKubernetes as default } from './module';
export { KubernetesSource } from './collect/KubernetesSource';
export type { KubernetesSourceOptions } from './collect/KubernetesSource';
export * from './config';
