export * from './CatalogSource';
export * from './entityFieldFacts';
export type { ResourceTypes } from './entityFacts';
