export * from './createDemoSeed';
