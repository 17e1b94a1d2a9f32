export * from './FaultSwitch';
