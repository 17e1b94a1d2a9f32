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

/** States the list facts of those objects for which `isIncluded` holds. */
export function collectObjectFacts(
  collector: FactCollector,
  model: KubernetesModel,
  isIncluded: (object: KubernetesObject) => boolean,
): void {
  const { objects } = model;
  const environment = MANIFEST_ENVIRONMENT;
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

/** States what the workloads and objects of one service say together. */
export function collectServiceScalars(
  collector: FactCollector,
  workloads: readonly Workload[],
  objects: readonly KubernetesObject[],
  model: KubernetesModel,
): void {
  const environment = MANIFEST_ENVIRONMENT;
  if (workloads.length > 0) {
    const supply = readSecretSupply(workloads, objects);
    collector.fact('secrets.used', supply.used, { environment });
    collector.fact('secrets.managers', supply.managers, {
      origin: supply.origin,
      environment,
    });
    const transit = readTransitEncryption(workloads, objects);
    if (transit) {
      collector.fact('transit.encrypted', transit.encrypted, {
        origin: transit.origin,
        environment,
      });
    } else {
      collector.gap(
        'transit.encrypted',
        'the repository declares neither a strict PeerAuthentication nor encryption to a datastore',
        environment,
      );
    }
  }
  const failover = readFailover(objects);
  if (failover) {
    collector.fact('datastore.failover', failover.value, {
      origin: failover.origin,
      environment,
    });
  }
  const atRest = readEncryptionAtRest(objects, model.objects.all);
  if (atRest) {
    collector.fact('datastore.encryptedAtRest', atRest.value, {
      origin: atRest.origin,
      environment,
    });
  }
}
