import type { Detector } from '../Detector';

/** Every detector, in the order in which they run. */
export const detectors: readonly Detector[] = [];
