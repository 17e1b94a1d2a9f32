export * from './types';
export * from './Detector';
export * from './scanRepository';
export * from './secrets';
export * from './tree';
export { DEFAULT_SCAN_LIMITS, resolveScanLimits } from './limits';
export { DEFAULT_PRODUCTION_NAMES } from './environment/ProductionNames';
