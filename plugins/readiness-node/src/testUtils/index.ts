export * from './RecordingLogger';
export * from './TestCollectContext';
