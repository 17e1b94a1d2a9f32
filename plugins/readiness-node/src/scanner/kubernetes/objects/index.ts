export * from './KubernetesObject';
export * from './ObjectSet';
export * from './kinds';
export * from './labelSelector';
export * from './manifests';
