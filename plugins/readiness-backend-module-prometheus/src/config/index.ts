export * from './readServers';
export * from './types';
