export * from './AttestationStore';
export * from './AttestedEvidence';
export * from './Attestor';
export * from './types';
