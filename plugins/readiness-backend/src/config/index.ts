export * from './readReadinessConfig';
