export * from './AccountConfig';
export * from './readAccounts';
