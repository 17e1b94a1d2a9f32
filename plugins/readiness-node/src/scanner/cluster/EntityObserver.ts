import type { FactRecord } from '@airworthy/plugin-readiness-common';
import { fromRollout } from '../detectors/rollback';
import { instruments } from '../detectors/traces';
import { FactCollector } from '../facts/FactCollector';
import {
  collectObjectFacts,
  collectServiceScalars,
} from '../kubernetes/facts/serviceFacts';
import type { KubernetesModel } from '../kubernetes/KubernetesModel';
import type { KubernetesObject } from '../kubernetes/objects';
import type { Workload } from '../kubernetes/workloads/Workload';
import { listsHiddenBy } from '../manifests/ManifestGap';
import { keepsData, readBackups } from './backups';
import { certificateMembers } from './certificates';
import type { ClusterModels } from './ClusterModels';
import { ScannedImages } from './ScannedImages';
import type { ClusterInventory, ObserveClusterOptions } from './types';

/** What one entity has in one namespace. */
export interface EntityPart {
  namespace: string;
  model: KubernetesModel;
  workloads: Workload[];
  objects: Set<KubernetesObject>;
}

/** Kinds without which a scalar cannot be told, where nothing else told it. */
const SCALARS_OF_KIND: Readonly<Record<string, readonly string[]>> = {
  Backup: ['backup.lastSuccessAt'],
  ExternalSecret: ['secrets.managers'],
  Restore: ['restore.lastSuccessAt'],
  SealedSecret: ['secrets.managers'],
  StorageClass: ['datastore.encryptedAtRest'],
  VulnerabilityReport: ['imageScanning.enabled'],
};

/** Scalars that say something only of a service that keeps data. */
const DATA_SCALARS = new Set([
  'backup.lastSuccessAt',
  'restore.lastSuccessAt',
  'datastore.encryptedAtRest',
]);

/**
 * Names of the facts that {@link observeCluster} can state.
 *
 * @public
 */
export const clusterFacts: readonly string[] = [
  'workloads',
  'autoscalers',
  'disruptionBudgets',
  'roles',
  'roleBindings',
  'configMaps',
  'ingresses',
  'certificates',
  'secrets.used',
  'secrets.managers',
  'transit.encrypted',
  'datastore.failover',
  'datastore.encryptedAtRest',
  'backup.lastSuccessAt',
  'restore.lastSuccessAt',
  'imageScanning.enabled',
  'rollback.path',
  'traces.instrumented',
];

/** States what a cluster shows about one entity after the other. */
export class EntityObserver {
  readonly #images: ScannedImages;
  readonly #velero: readonly KubernetesObject[];

  constructor(
    private readonly models: ClusterModels,
    inventory: ClusterInventory,
    private readonly options: Pick<
      ObserveClusterOptions,
      'environmentOf' | 'expiresAt' | 'now' | 'source'
    >,
  ) {
    this.#images = new ScannedImages(inventory.objects);
    this.#velero = models.ofGroup('velero.io');
  }

  observe(found: {
    parts: readonly EntityPart[];
    contested: ReadonlyArray<{ namespace: string; reason: string }>;
  }): FactRecord[] {
    const collectors = new Map<string, FactCollector>();
    const collectorOf = (namespace: string): [FactCollector, string] => {
      const environment = this.options.environmentOf(namespace) ?? '';
      const collector = collectors.get(environment) ?? this.#createCollector();
      collectors.set(environment, collector);
      return [collector, environment];
    };
    for (const part of found.parts) {
      this.#observePart(part, ...collectorOf(part.namespace));
    }
    for (const { namespace, reason } of found.contested) {
      const [collector, environment] = collectorOf(namespace);
      collector.gap('workloads', reason, environment);
    }
    return [...collectors.values()].flatMap(collector => collector.toRecords());
  }

  #createCollector(): FactCollector {
    const { source, now, expiresAt } = this.options;
    return new FactCollector({ source, now, expiresAt, strength: 'observed' });
  }

  #observePart(
    part: EntityPart,
    collector: FactCollector,
    environment: string,
  ): void {
    const { model, workloads } = part;
    const objects = [...part.objects];
    collectObjectFacts(collector, model, {
      environment,
      isIncluded: object => part.objects.has(object),
    });
    collectServiceScalars(collector, model, {
      workloads,
      objects,
      environment,
    });
    for (const member of certificateMembers(
      model.objects.ofKind('Certificate'),
      objects,
    )) {
      collector.member('certificates', member, environment);
    }
    this.#observeBackups(part, objects, collector, environment);
    this.#observeDelivery(part, objects, collector, environment);
    this.#stateGaps(part, objects, collector, environment);
  }

  #observeBackups(
    { model, workloads }: EntityPart,
    objects: readonly KubernetesObject[],
    collector: FactCollector,
    environment: string,
  ): void {
    const { lastBackup, lastRestore } = readBackups({
      objects,
      workloads,
      inside: model.objects.all,
      velero: this.#velero,
    });
    for (const [name, success] of [
      ['backup.lastSuccessAt', lastBackup],
      ['restore.lastSuccessAt', lastRestore],
    ] as const) {
      if (success) {
        const { at, origin } = success;
        collector.fact(name, at, { origin, environment });
      }
    }
  }

  /** What is said only where it is seen: absence here proves nothing. */
  #observeDelivery(
    { workloads }: EntityPart,
    objects: readonly KubernetesObject[],
    collector: FactCollector,
    environment: string,
  ): void {
    const way = fromRollout(objects);
    if (way) {
      collector.fact('rollback.path', way.text, {
        origin: way.origin,
        environment,
      });
    }
    const traced = workloads.find(({ podAnnotations }) =>
      Object.entries(podAnnotations).some(([name, value]) =>
        instruments(name, value),
      ),
    );
    if (traced) {
      collector.fact('traces.instrumented', true, {
        origin: traced.object.origin,
        environment,
      });
    }
    const scanned = workloads.find(workload => this.#images.has(workload));
    if (scanned) {
      collector.fact('imageScanning.enabled', true, {
        origin: scanned.object.origin,
        environment,
      });
    }
  }

  #stateGaps(
    { workloads }: EntityPart,
    objects: readonly KubernetesObject[],
    collector: FactCollector,
    environment: string,
  ): void {
    const hasData = keepsData(objects, workloads);
    for (const gap of this.models.gaps) {
      for (const list of listsHiddenBy(gap)) {
        collector.gap(list, gap.reason, environment);
      }
      for (const kind of gap.kinds ?? []) {
        if (kind === 'Certificate') {
          collector.gap('certificates', gap.reason, environment);
        }
        for (const fact of SCALARS_OF_KIND[kind] ?? []) {
          if (hasData || !DATA_SCALARS.has(fact)) {
            collector.gap(fact, gap.reason, environment);
          }
        }
      }
    }
  }
}
