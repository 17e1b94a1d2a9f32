export * from './EntityView';
export * from './FleetView';
export * from './RecordList';
export * from './RecordRows';
export * from './recordQuery';
export * from './toAxis';
