export * from './types';
export * from './Company';
export * from './argocd';
export * from './github';
export * from './kubernetes';
export * from './monitoring';
export * from './pagerduty';
