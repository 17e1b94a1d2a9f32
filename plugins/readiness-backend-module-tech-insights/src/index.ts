export { readinessModuleTechInsights as default } from './module';
export * from './extensionPoint';
export { FactRetrieverSource } from './FactRetrieverSource';
export type { FactRetrieverSourceOptions } from './FactRetrieverSource';
