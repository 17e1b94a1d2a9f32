export * from './verifySignature';
