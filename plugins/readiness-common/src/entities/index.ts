export { readTier, TIER_LABEL } from './readTier';
export * from './summarizeEntity';
