import type { Origin } from '@airworthy/plugin-readiness-common';
import { stringAt, stringsAt, valueAt } from '../json/values';
import type { KubernetesObject } from '../kubernetes/objects';
import type { Workload } from '../kubernetes/workloads/Workload';

/** When something last succeeded, ISO 8601, and where that is seen. */
export interface Success {
  at: string;
  origin: Origin;
}

/** What a cluster knows of the backups of one service. */
export interface BackupState {
  lastBackup?: Success;
  lastRestore?: Success;
}

/**
 * Backups of the service's own data: of its CloudNativePG clusters, and by
 * Velero of a namespace in which it keeps volumes. Empty where it keeps no data
 * in the cluster.
 *
 * @param options - the service's own objects; all that are `inside` its namespace;
 *   and those of Velero, which lie in a namespace of their own
 */
export function readBackups(options: {
  objects: readonly KubernetesObject[];
  workloads: readonly Workload[];
  inside: readonly KubernetesObject[];
  velero: readonly KubernetesObject[];
}): BackupState {
  const { objects, workloads, inside } = options;
  const databases = objects.filter(
    ({ group, kind }) => group === 'postgresql.cnpg.io' && kind === 'Cluster',
  );
  const names = new Set(
    databases.map(({ namespace, name }) => `${namespace}/${name}`),
  );
  const ofDatabases = inside.filter(
    ({ group, kind, namespace, object }) =>
      group === 'postgresql.cnpg.io' &&
      kind === 'Backup' &&
      names.has(
        `${namespace}/${stringAt(object, 'spec', 'cluster', 'name')}`,
      ) &&
      stringAt(object, 'status', 'phase') === 'completed',
  );
  const namespaces = new Set(
    workloads.filter(keepsVolumes).map(({ namespace }) => namespace),
  );
  const velero = options.velero.filter(
    ({ group, object }) =>
      group === 'velero.io' &&
      stringAt(object, 'status', 'phase') === 'Completed' &&
      [...namespaces].some(namespace => includes(object, namespace)),
  );
  return {
    lastBackup: latest([
      ...databases.map(success('status', 'lastSuccessfulBackup')),
      ...ofDatabases.map(success('status', 'stoppedAt')),
      ...velero
        .filter(({ kind }) => kind === 'Backup')
        .map(success('status', 'completionTimestamp')),
    ]),
    lastRestore: latest(
      velero
        .filter(({ kind }) => kind === 'Restore')
        .map(success('status', 'completionTimestamp')),
    ),
  };
}

/** Whether a service keeps data in the cluster that backups would hold. */
export function keepsData(
  objects: readonly KubernetesObject[],
  workloads: readonly Workload[],
): boolean {
  return (
    objects.some(({ group }) => group === 'postgresql.cnpg.io') ||
    workloads.some(keepsVolumes)
  );
}

function keepsVolumes({ kind, object, podSpec }: Workload): boolean {
  const templates = valueAt(object.object, 'spec', 'volumeClaimTemplates');
  const volumes = valueAt(podSpec, 'volumes');
  return (
    (kind === 'StatefulSet' && Array.isArray(templates)) ||
    (Array.isArray(volumes) &&
      volumes.some(
        volume => valueAt(volume, 'persistentVolumeClaim') !== undefined,
      ))
  );
}

/** As Velero reads its lists: empty or `*` means all, and what is excluded wins. */
function includes(
  object: KubernetesObject['object'],
  namespace: string,
): boolean {
  const included = stringsAt(object, 'spec', 'includedNamespaces');
  const excluded = stringsAt(object, 'spec', 'excludedNamespaces');
  return (
    (included.length === 0 ||
      included.includes('*') ||
      included.includes(namespace)) &&
    !excluded.includes(namespace)
  );
}

function success(
  ...path: string[]
): (object: KubernetesObject) => Success | undefined {
  return object => {
    const at = stringAt(object.object, ...path);
    return at === undefined || Number.isNaN(Date.parse(at))
      ? undefined
      : { at: new Date(at).toISOString(), origin: object.originOf(path) };
  };
}

function latest(successes: ReadonlyArray<Success | undefined>) {
  return successes.reduce(
    (newest, item) =>
      item && (!newest || item.at > newest.at) ? item : newest,
    undefined,
  );
}
