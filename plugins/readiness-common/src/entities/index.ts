export * from './readTier';
export * from './summarizeEntity';
