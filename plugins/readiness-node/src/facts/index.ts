export * from './ConfigFact';
export * from './convertValue';
export { resolveJsonPointer } from './jsonPointer';
export * from './readConfigFacts';
export * from './toFactDefinitions';
