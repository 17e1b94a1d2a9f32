export * from './ReadinessApi';
export * from './ReadinessClient';
export * from './signals';
export * from './types';
export type {
  components as ReadinessSchemas,
  operations as ReadinessOperations,
} from './schema';
export * from './OwnershipApi';
