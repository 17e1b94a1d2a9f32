export * from './Scope';
export * from './ScopeResolver';
export * from './VisibilityStore';
export * from './narrowToScope';
export * from './scorecardRules';
export * from './loadScorecardResources';
