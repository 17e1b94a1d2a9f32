import type { JsonObject } from '@backstage/types';
import { listAt, recordAt, stringAt } from '../json/values';
import { KubernetesModel } from '../kubernetes/KubernetesModel';
import { accountsOf } from '../kubernetes/facts/roleBindings';
import {
  createLiveObjects,
  ObjectSet,
  type KubernetesObject,
} from '../kubernetes/objects';
import {
  readRunningPods,
  type RunningPods,
} from '../kubernetes/workloads/RunningPods';
import { readWorkloads, type Workload } from '../kubernetes/workloads/Workload';
import type { ManifestGap } from '../manifests/ManifestGap';
import type { ClusterInventory, ObserveClusterOptions } from './types';

const ZONE = 'topology.kubernetes.io/zone';

/**
 * The objects of a cluster, one model for each namespace: what belongs together
 * lies in one, but for what lies in none and is named from there.
 */
export class ClusterModels {
  readonly workloads: readonly Workload[];
  readonly gaps: readonly ManifestGap[];
  readonly #objects: readonly KubernetesObject[];
  readonly #byNamespace = new Map<string, KubernetesObject[]>();
  readonly #clusterWide: ObjectSet;
  readonly #gateways: readonly KubernetesObject[];
  readonly #accounts: ReadonlyArray<{
    binding: KubernetesObject;
    namespaces: ReadonlySet<string>;
  }>;
  readonly #running: ReadonlyMap<string, RunningPods> | undefined;
  readonly #where: string;

  constructor(
    inventory: ClusterInventory,
    options: Pick<
      ObserveClusterOptions,
      'cluster' | 'environmentOf' | 'now' | 'urlOf'
    >,
  ) {
    this.#where = `the cluster ${options.cluster}`;
    this.gaps = [...inventory.hidden]
      // Without them less is known of what runs, and nothing is missing.
      .filter(([kind]) => kind !== 'Pod' && kind !== 'Node')
      .map(([kind, reason]) => ({
        reason,
        path: '',
        kinds: new Set([kind]),
      }));
    const pods = ofKind(inventory, 'Pod');
    this.#running = inventory.hidden.has('Pod')
      ? undefined
      : readRunningPods(pods, {
          zoneOf: zonesOf(inventory),
          now: options.now,
        });
    this.#objects = createLiveObjects(
      inventory.objects.filter(isAsked),
      options.urlOf,
    ).filter(
      ({ namespace }) =>
        namespace === '' || options.environmentOf(namespace) !== undefined,
    );
    for (const object of this.#objects) {
      const known = this.#byNamespace.get(object.namespace);
      if (known) {
        known.push(object);
      } else {
        this.#byNamespace.set(object.namespace, [object]);
      }
    }
    this.#clusterWide = new ObjectSet(this.objectsIn(''), this.#where);
    this.#gateways = this.#objects.filter(({ kind }) => kind === 'Gateway');
    this.#accounts = this.#clusterWide
      .ofKind('ClusterRoleBinding')
      .map(binding => ({
        binding,
        namespaces: new Set(
          accountsOf(binding).map(({ namespace }) => namespace),
        ),
      }));
    this.workloads = [...this.#byNamespace.values()].flatMap(inside =>
      readWorkloads(new ObjectSet(inside, this.#where)),
    );
  }

  /** The objects of a namespace; those that lie in none for the empty one. */
  objectsIn(namespace: string): readonly KubernetesObject[] {
    return this.#byNamespace.get(namespace) ?? [];
  }

  /** The objects of an API group in every namespace. */
  ofGroup(group: string): KubernetesObject[] {
    return this.#objects.filter(object => object.group === group);
  }

  /** A namespace, with what it needs of the rest of the cluster. */
  modelOf(namespace: string): KubernetesModel {
    const inside = this.objectsIn(namespace);
    const bindings = this.#accounts
      .filter(
        ({ namespaces }) => namespaces.has(namespace) || namespaces.has('*'),
      )
      .map(({ binding }) => binding);
    const roles = [...inside, ...bindings]
      .filter(({ kind }) => kind.endsWith('RoleBinding'))
      .filter(
        ({ object }) => stringAt(object, 'roleRef', 'kind') === 'ClusterRole',
      )
      .flatMap(binding =>
        this.#clusterWide.named(
          'ClusterRole',
          stringAt(binding.object, 'roleRef', 'name') ?? '',
          binding,
        ),
      );
    const elsewhere = inside.some(({ kind }) => kind === 'HTTPRoute')
      ? this.#gateways.filter(gateway => gateway.namespace !== namespace)
      : [];
    return new KubernetesModel(
      [
        ...inside,
        ...bindings,
        ...new Set(roles),
        ...elsewhere,
        ...this.#clusterWide.ofKind('StorageClass'),
      ],
      this.gaps,
      { where: this.#where, running: this.#running },
    );
  }
}

function ofKind(inventory: ClusterInventory, kind: string): JsonObject[] {
  return inventory.objects.filter(object => object.kind === kind);
}

/** A pod that something controls says what runs, not what was asked for. */
function isAsked(object: JsonObject): boolean {
  return (
    object.kind !== 'Node' &&
    (object.kind !== 'Pod' ||
      listAt(object, 'metadata', 'ownerReferences').length === 0)
  );
}

function zonesOf(
  inventory: ClusterInventory,
): (node: string) => string | undefined {
  const zones = new Map(
    ofKind(inventory, 'Node').map(node => [
      stringAt(node, 'metadata', 'name') ?? '',
      stringAt(recordAt(node, 'metadata', 'labels'), ZONE),
    ]),
  );
  return node => zones.get(node);
}
