export { tradeoffsFeatures as default } from './features';
export { tradeoffsPlugin } from './plugin';
export { tradeoffsServiceFactory } from './tradeoffsServiceFactory';
export {
  createRecordConditionalDecision,
  recordConditions,
} from './permissions';
