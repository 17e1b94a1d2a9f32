export * from './createSignatureValidator';
export * from './fingerprintOf';
export * from './verifySignature';
