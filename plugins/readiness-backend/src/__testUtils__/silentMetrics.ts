import type { ReadinessMetrics } from '../metrics';

/** Counts nothing. */
export const silentMetrics: ReadinessMetrics = {
  sourceRan() {},
  evaluated() {},
  transitioned() {},
  visibilityFilled() {},
};
