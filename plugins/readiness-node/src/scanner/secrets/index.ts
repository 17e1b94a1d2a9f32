export * from './secretPatterns';
export * from './secretNames';
export * from './findSecrets';
export * from './findSecretsInFile';
