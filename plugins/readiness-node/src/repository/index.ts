export * from './RepositoryLocation';
export * from './RepositoryLocator';
export * from './RepositoryReader';
export * from './createUrlOf';
export * from './hashJson';
