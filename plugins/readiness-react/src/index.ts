export * from './components';
export * from './hooks';
export { readinessReactTranslationRef } from './translation';
