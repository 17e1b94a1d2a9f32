export * from './ConfirmationStore';
export * from './GroupTree';
export * from './OwnershipAuditor';
export * from './OwnershipInput';
export * from './OwnershipReader';
export * from './OwnershipStore';
export * from './OwnershipSummaries';
export * from './ownershipQuery';
