export { clusterFacts } from './EntityObserver';
export {
  KUBERNETES_ANNOTATIONS,
  clusterOf,
  namesWorkloads,
} from './matchWorkloads';
export { observeCluster } from './observeCluster';
export * from './types';
