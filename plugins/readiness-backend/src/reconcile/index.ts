export * from './Reconciler';
export * from './catalogFields';
