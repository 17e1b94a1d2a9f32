export * from './readDuration';
export * from './readInstances';
export * from './readSchedule';
