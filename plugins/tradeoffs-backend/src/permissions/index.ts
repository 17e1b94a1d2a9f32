export * from './loadRecordResources';
export * from './recordConditions';
export * from './recordRules';
export * from './RecordAccess';
