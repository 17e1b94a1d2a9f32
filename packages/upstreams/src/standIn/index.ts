export * from './types';
export * from './cutResponse';
export * from './guardStandIn';
export * from './hasAuthorization';
