export * from './createCatalogEntities';
