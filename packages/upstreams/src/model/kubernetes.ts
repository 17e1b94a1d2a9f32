import type { Company } from './Company';
import { clusterObjects } from './kubernetes/clusterObjects';
import type { Manifest } from '../manifests';
import { companionObjects } from './kubernetes/companionObjects';
import { declaredObjects } from './kubernetes/declaredObjects';
import type { KubernetesObject } from './kubernetes/ObjectMeta';
import {
  type PlacedWorkload,
  workloadObjects,
} from './kubernetes/workloadObjects';
import type { CompanyCluster, CompanyService } from './types';

/** Deployed before anybody wrote it down. */
const UNKNOWN_DEPLOYMENT = {
  version: '1.0.0',
  startedAt: '2026-01-12T09:00:00.000Z',
};

/** The company's clusters: workloads and what belongs to them. */
export class KubernetesModel {
  readonly #company: Company;
  readonly #manifests: ReadonlyMap<string, readonly Manifest[]>;
  readonly #denied = new Set<string>();
  #version = 0;
  readonly #objects = new Map<string, Map<string, KubernetesObject[]>>();

  constructor(
    company: Company,
    manifests: ReadonlyMap<string, readonly Manifest[]> = new Map(),
  ) {
    this.#company = company;
    this.#manifests = manifests;
  }

  cluster(name: string): CompanyCluster | undefined {
    return this.#company.clusters.find(cluster => cluster.name === name);
  }

  /** Has a cluster refuse to list a kind, such as `deployments.apps`. */
  deny(cluster: string, resource: string): void {
    this.#denied.add(`${cluster}/${resource}`);
  }

  /** Whether the company's token may not list a kind. */
  isDenied(cluster: string, resource: string): boolean {
    return this.#denied.has(`${cluster}/${resource}`);
  }

  /** Counts up with every change of the company; the same in all clusters. */
  get resourceVersion(): string {
    return String(this.#company.version);
  }

  /**
   * The objects of a kind in a cluster, by namespace and name.
   *
   * @param groupKind - such as `apps/Deployment`, or `/Pod` of the core group; an
   *   API server converts between the versions of one
   */
  list(cluster: string, groupKind: string): readonly KubernetesObject[] {
    if (this.#version !== this.#company.version) {
      this.#objects.clear();
      this.#version = this.#company.version;
    }
    const known = this.#objects.get(cluster) ?? this.#build(cluster);
    this.#objects.set(cluster, known);
    return known.get(groupKind) ?? [];
  }

  #build(name: string): Map<string, KubernetesObject[]> {
    const byKind = new Map<string, KubernetesObject[]>();
    const cluster = this.cluster(name);
    if (!cluster) {
      return byKind;
    }
    const services = this.#company.services.filter(
      ({ runtime }) => runtime?.cluster === name,
    );
    const namespaces = new Set(
      services.flatMap(({ runtime }) => runtime?.namespace ?? []),
    );
    const objects = [
      ...clusterObjects(cluster, [...namespaces].sort()),
      ...services.flatMap(service => this.#objectsOf(service, cluster)),
    ];
    for (const object of objects) {
      const [, group = ''] = object.apiVersion.split('/').reverse();
      const key = `${group}/${object.kind}`;
      const list = byKind.get(key);
      if (list) {
        list.push(object);
      } else {
        byKind.set(key, [object]);
      }
    }
    for (const list of byKind.values()) {
      list.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    }
    return byKind;
  }

  #objectsOf(
    service: CompanyService,
    { zones }: CompanyCluster,
  ): KubernetesObject[] {
    const { name, runtime } = service;
    const { version, startedAt: deployedAt } =
      this.#company
        .deploymentsOf(name)
        .filter(({ result }) => result === 'succeeded')
        .at(-1) ?? UNKNOWN_DEPLOYMENT;
    const placed = (runtime?.workloads ?? []).map(
      (workload): PlacedWorkload => ({
        service,
        workload,
        namespace: runtime?.namespace ?? '',
        version,
        deployedAt,
        zones,
        now: this.#company.now(),
      }),
    );
    const manifests = this.#manifests.get(name);
    return manifests
      ? declaredObjects(placed, manifests)
      : placed.flatMap(item => [
          ...workloadObjects(item),
          ...companionObjects(item),
        ]);
  }
}

/** Lists are in the order of the keys in etcd. */
function placeOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
