export * from './createDemoSeed';
export * from './readDemoManifests';
