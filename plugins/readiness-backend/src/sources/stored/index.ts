export * from './StoredSource';
