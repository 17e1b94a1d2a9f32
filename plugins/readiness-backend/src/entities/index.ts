export * from './EntityStore';
export * from './projectEntity';
export * from './readEntity';
