export * from './createLocalTree';
export * from './createMemoryTree';
