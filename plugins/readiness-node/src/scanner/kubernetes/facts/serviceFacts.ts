import type { FactCollector } from '../../facts/FactCollector';
import type { KubernetesModel } from '../KubernetesModel';
import type { KubernetesObject } from '../objects';
import type { Workload } from '../workloads/Workload';
import { autoscalerMember } from './autoscalers';
import { configMapMember, readConfigMaps } from './configMaps';
import { readEncryptionAtRest, readFailover } from './datastores';
import { disruptionBudgetMember } from './disruptionBudgets';
import { ingressMember, readIngresses } from './ingresses';
import { readRoleBindings, roleBindingMember } from './roleBindings';
import { readRoles, roleMember } from './roles';
import { readSecretSupply } from './secretSupply';
import { readTransitEncryption } from './transit';
import { workloadMember } from './workloads';

/** The scalar facts that manifests declare. */
export const SERVICE_SCALARS = [
  'secrets.used',
  'secrets.managers',
  'transit.encrypted',
  'datastore.failover',
  'datastore.encryptedAtRest',
] as const;

/** What manifests declare is so in production. */
export const MANIFEST_ENVIRONMENT = 'production';

/** Which objects the facts are to be about, and where they run. */
export interface ObjectFactsOptions {
  environment: string;
  isIncluded: (object: KubernetesObject) => boolean;
}

/** States the list facts of those objects for which `isIncluded` holds. */
export function collectObjectFacts(
  collector: FactCollector,
  model: KubernetesModel,
  { environment, isIncluded }: ObjectFactsOptions,
): void {
  const { objects } = model;
  for (const workload of model.workloads) {
    if (isIncluded(workload.object)) {
      collector.member(
        'workloads',
        workloadMember(workload, model),
        environment,
      );
    }
  }
  for (const autoscaler of model.autoscalers) {
    if (isIncluded(autoscaler.object)) {
      collector.member(
        'autoscalers',
        autoscalerMember(autoscaler, model),
        environment,
      );
    }
  }
  for (const budget of model.budgets) {
    if (isIncluded(budget.object)) {
      collector.member(
        'disruptionBudgets',
        disruptionBudgetMember(budget, model),
        environment,
      );
    }
  }
  for (const role of readRoles(objects).filter(isIncluded)) {
    collector.member('roles', roleMember(role), environment);
  }
  for (const binding of readRoleBindings(objects).filter(isIncluded)) {
    collector.member(
      'roleBindings',
      roleBindingMember(binding, objects),
      environment,
    );
  }
  for (const configMap of readConfigMaps(objects).filter(isIncluded)) {
    collector.member('configMaps', configMapMember(configMap), environment);
  }
  for (const ingress of readIngresses(objects).filter(isIncluded)) {
    collector.member('ingresses', ingressMember(ingress, objects), environment);
  }
}

/** What one service consists of, and where it runs. */
export interface ServiceObjects {
  workloads: readonly Workload[];
  objects: readonly KubernetesObject[];
  environment: string;
}

/** States what the workloads and objects of one service say together. */
export function collectServiceScalars(
  collector: FactCollector,
  model: KubernetesModel,
  { workloads, objects, environment }: ServiceObjects,
): void {
  if (workloads.length > 0) {
    const supply = readSecretSupply(workloads, objects);
    collector.fact('secrets.used', supply.used, { environment });
    if (supply.managers.length > 0) {
      collector.fact('secrets.managers', supply.managers, {
        origin: supply.origin,
        environment,
      });
    }
  }
  for (const [name, found] of [
    [
      'transit.encrypted',
      workloads.length > 0
        ? readTransitEncryption(workloads, objects)
        : undefined,
    ],
    ['datastore.failover', readFailover(objects)],
    [
      'datastore.encryptedAtRest',
      readEncryptionAtRest(objects, model.objects.all),
    ],
  ] as const) {
    if (found) {
      collector.fact(name, found.value, { origin: found.origin, environment });
    }
  }
}

/**
 * States what the absence of objects says, where they would be among the files:
 * nothing supplies the secrets, and nothing is said of traffic. A cluster does
 * not tell what made a Secret, nor what a library does.
 */
export function collectUnsaidScalars(
  collector: FactCollector,
  model: KubernetesModel,
  { workloads, objects, environment }: ServiceObjects,
): void {
  if (workloads.length === 0) {
    return;
  }
  if (readSecretSupply(workloads, objects).managers.length === 0) {
    collector.fact('secrets.managers', [], { environment });
  }
  if (!readTransitEncryption(workloads, objects)) {
    collector.gap(
      'transit.encrypted',
      `${model.objects.where} declares neither a strict PeerAuthentication nor encryption to a datastore`,
      environment,
    );
  }
}
