export * from './FleetCounts';
export * from './FleetHistory';
export * from './ScorecardList';
export * from './ScorecardReader';
