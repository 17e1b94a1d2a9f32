export * from './demoTokens';
