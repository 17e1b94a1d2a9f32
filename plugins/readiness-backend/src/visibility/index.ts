export * from './Scope';
export * from './ScopeResolver';
export { VisibilityStore } from '@airworthy/plugin-readiness-node';
export * from './narrowToScope';
export * from './scorecardRules';
export * from './loadScorecardResources';
