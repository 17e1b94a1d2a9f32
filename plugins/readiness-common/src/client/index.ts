export * from './ReadinessApi';
export * from './ReadinessClient';
export * from './types';
