export * from './Scope';
export * from './ScopeResolver';
export * from './VisibilityStore';
export * from './narrowToScope';
