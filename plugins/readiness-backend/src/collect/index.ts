export * from './Collector';
export * from './EvidenceStore';
export * from './EvidenceWriter';
export * from './SourceHealthStore';
export * from './factRows';
export * from './Refresher';
export * from './forgetSources';
