export * from './types';
export * from './UpstreamClient';
export * from './UpstreamError';
