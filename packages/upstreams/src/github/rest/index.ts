export * from './alertBodies';
export * from './createRestHandlers';
