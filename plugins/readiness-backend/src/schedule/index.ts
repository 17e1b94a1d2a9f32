export * from './CatalogSync';
export * from './scheduleTasks';
export * from './SourceRunner';
export * from './tasks';
