export * from './FactFrame';
export * from './LinkKeeper';
export * from './upstreamCallOf';
