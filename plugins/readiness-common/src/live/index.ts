export * from './Alert';
export * from './Attestation';
export * from './Deployment';
export * from './Incident';
export * from './dora';
export * from './attestableFacts';
