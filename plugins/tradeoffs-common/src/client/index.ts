export * from './TradeoffsApi';
export * from './TradeoffsClient';
export * from './types';
export type {
  components as TradeoffsSchemas,
  operations as TradeoffsOperations,
} from './schema';
