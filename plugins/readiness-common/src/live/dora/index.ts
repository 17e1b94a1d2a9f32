export {
  computeDoraMetrics,
  DORA_WINDOW_DAYS,
  leadTimeSeconds,
} from './computeDoraMetrics';
export { describeDuration } from './describeDuration';
export * from './types';
