export * from './createService';
export * from './EntityGuard';
export * from './FleetResolver';
export * from './RouterContext';
export * from './createRouter';
