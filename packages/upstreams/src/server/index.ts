export * from './startUpstreams';
