import type { Detector } from '../Detector';
import { alertsDetector } from './alerts/alerts';
import { codeownersDetector } from './codeowners/codeowners';
import { datastoreClientsDetector } from './datastores/datastoreClients';
import { metricsDetector } from './metrics';
import { pipelinesDetector } from './pipelines/pipelines';
import { runbooksDetector } from './runbooks';
import { scanningDetector } from './scanning';
import { updateBotDetector } from './updateBot';

/** Every detector, in the order in which they run. */
export const detectors: readonly Detector[] = [
  alertsDetector,
  codeownersDetector,
  datastoreClientsDetector,
  metricsDetector,
  pipelinesDetector,
  runbooksDetector,
  scanningDetector,
  updateBotDetector,
];
