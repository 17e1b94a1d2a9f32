export * from './sources';
export * from './scanner';
