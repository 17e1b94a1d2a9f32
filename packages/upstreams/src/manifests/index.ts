export * from './readManifests';
export type { Manifest } from './Manifest';
