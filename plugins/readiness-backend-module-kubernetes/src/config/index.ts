export * from './readClusters';
export * from './types';
