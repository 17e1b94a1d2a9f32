export * from './types';
export * from './define';
export { defaultFacts } from './catalogue/defaultFacts';
