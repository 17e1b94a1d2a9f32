export * from './problem';
export * from './useApiResource';
export * from './useCopy';
