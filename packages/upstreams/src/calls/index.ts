export * from './CallLog';
