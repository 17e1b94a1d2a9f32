export * from './NamePattern';
export * from './readDuration';
export * from './readInstances';
export * from './readSchedule';
