export * from './facts';
export * from './checklist';
export * from './evaluation';
export * from './client';
export * from './entities';
