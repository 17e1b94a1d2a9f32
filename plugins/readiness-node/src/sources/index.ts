export * from './EvidenceSource';
export * from './extensionPoints';
