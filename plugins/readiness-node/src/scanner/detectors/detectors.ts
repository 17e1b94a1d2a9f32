import type { Detector } from '../Detector';
import { alertsDetector } from './alerts/alerts';
import { auditDetector } from './audit';
import { codeownersDetector } from './codeowners/codeowners';
import { dashboardsDetector } from './dashboards';
import { datastoreClientsDetector } from './datastores/datastoreClients';
import { datastoreProtectionDetector } from './datastoreProtection';
import { degradationDetector } from './degradation';
import { gracefulShutdownDetector } from './gracefulShutdown';
import { infrastructureDetector } from './infrastructure';
import { logsDetector } from './logs';
import { metricsDetector } from './metrics';
import { migrationsDetector } from './migrations';
import { pipelinesDetector } from './pipelines/pipelines';
import { queuesDetector } from './queues';
import { recoveryObjectivesDetector } from './recoveryObjectives';
import { retriesDetector } from './retries/retries';
import { rollbackDetector } from './rollback';
import { runbooksDetector } from './runbooks';
import { scanningDetector } from './scanning';
import { secretsInClearDetector } from './secretsInClear';
import { slosDetector } from './slos';
import { tracesDetector } from './traces';
import { updateBotDetector } from './updateBot';

/** Every detector, in the order in which they run. */
export const detectors: readonly Detector[] = [
  alertsDetector,
  auditDetector,
  codeownersDetector,
  dashboardsDetector,
  datastoreClientsDetector,
  datastoreProtectionDetector,
  degradationDetector,
  gracefulShutdownDetector,
  infrastructureDetector,
  logsDetector,
  metricsDetector,
  migrationsDetector,
  pipelinesDetector,
  queuesDetector,
  recoveryObjectivesDetector,
  retriesDetector,
  rollbackDetector,
  runbooksDetector,
  scanningDetector,
  secretsInClearDetector,
  slosDetector,
  tracesDetector,
  updateBotDetector,
];
