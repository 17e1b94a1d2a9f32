export * from './loadChecklist';
export * from './ChecklistVersionStore';
export * from './remapStatuses';
export * from './unpackStatus';
