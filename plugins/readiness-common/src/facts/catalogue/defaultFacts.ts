import type { FactDefinition } from '../types';
import { datastoreFacts } from './datastores';
import { deliveryFacts } from './delivery';
import {
  autoscalers,
  certificates,
  configMaps,
  disruptionBudgets,
  ingresses,
  roleBindings,
  roles,
} from './kubernetesObjects';
import { ownershipFacts } from './ownership';
import { securityFacts } from './security';
import { telemetryFacts } from './telemetry';
import { workloads } from './workloads';

/**
 * The facts that the default checklist reads. Modules and config add more.
 *
 * @public
 */
export const defaultFacts: readonly FactDefinition[] = [
  workloads,
  autoscalers,
  disruptionBudgets,
  roles,
  roleBindings,
  configMaps,
  ingresses,
  certificates,
  ...datastoreFacts,
  ...telemetryFacts,
  ...deliveryFacts,
  ...securityFacts,
  ...ownershipFacts,
];
