export * from './facts';
export * from './rules';
export * from './checklist';
export * from './evaluation';
export * from './permissions';
export * from './client';
export * from './entities';
export * from './live';
