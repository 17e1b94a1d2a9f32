export * from './EvidenceSource';
export * from './EvidenceWebhook';
export * from './extensionPoints';
