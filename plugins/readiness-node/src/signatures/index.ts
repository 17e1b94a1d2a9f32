export * from './createSignatureValidator';
export * from './verifySignature';
