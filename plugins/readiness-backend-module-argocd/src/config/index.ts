export * from './readArgoCdInstances';
export * from './types';
