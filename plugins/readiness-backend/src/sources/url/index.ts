export * from './AllowedHosts';
