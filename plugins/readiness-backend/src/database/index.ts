export * from './openDatabase';
export * from './operations';
export * from './tables';
