export * from './createStrictSchema';
