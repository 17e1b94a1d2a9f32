export * from './types';
export * from './Detector';
export * from './scanRepository';
export * from './secrets';
export * from './tree';
export { DEFAULT_SCAN_LIMITS, resolveScanLimits } from './limits';
export { DEFAULT_PRODUCTION_NAMES } from './environment/ProductionNames';
export * from './suppliedFacts';
export * from './createFileFactDetector';
export { toScanEntity } from './attribution/scanEntities';
export * from './cluster';
export {
  parseLabelSelector,
  type LabelSelector,
  type Labels,
} from './kubernetes/objects';
