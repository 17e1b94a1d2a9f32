export * from './AllowedHosts';
export * from './UrlSource';
