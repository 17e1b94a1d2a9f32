export * from './TradeoffsService';
export * from './recordsChanged';
export * from './tradeoffsServiceRef';
