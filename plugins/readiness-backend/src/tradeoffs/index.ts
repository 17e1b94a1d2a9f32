export * from './TradeoffSync';
export * from './judgeAssumptions';
export * from './tradeoffRows';
