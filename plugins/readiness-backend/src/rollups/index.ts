export * from './DailyRollupStore';
export * from './selectRollup';
