import type { Detector } from './Detector';
import { detectors } from './detectors';
import { managedDatabasesDetector } from './managedDatabases/managedDatabasesDetector';

/** What runs for every service, in this order. */
export const allDetectors: readonly Detector[] = [
  ...detectors,
  managedDatabasesDetector,
];
