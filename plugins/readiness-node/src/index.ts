export * from './http';
export * from './sources';
export * from './scanner';
export * from './facts';
