export * from './types';
export * from './Detector';
