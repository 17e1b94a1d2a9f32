export * from './createDeployments';
export * from './generateSeed';
export * from './Random';
