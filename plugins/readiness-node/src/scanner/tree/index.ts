export * from './createLocalTree';
export * from './createMemoryTree';
export * from './readArchiveTree';
