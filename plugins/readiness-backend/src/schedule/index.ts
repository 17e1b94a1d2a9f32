export * from './CatalogSync';
export * from './scheduleTasks';
