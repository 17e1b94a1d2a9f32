import type { Company } from './Company';
import { clusterObjects } from './kubernetes/clusterObjects';
import { companionObjects } from './kubernetes/companionObjects';
import type { KubernetesObject } from './kubernetes/ObjectMeta';
import { workloadObjects } from './kubernetes/workloadObjects';
import type { CompanyCluster } from './types';

/** Deployed before anybody wrote it down. */
const UNKNOWN_DEPLOYMENT = {
  version: '1.0.0',
  startedAt: '2026-01-12T09:00:00.000Z',
};

/** The company's clusters: workloads and what belongs to them. */
export class KubernetesModel {
  readonly #company: Company;
  readonly #denied = new Set<string>();
  #version = 0;
  readonly #objects = new Map<string, Map<string, KubernetesObject[]>>();

  constructor(company: Company) {
    this.#company = company;
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
   * @param apiKind - such as `apps/v1/Deployment`
   */
  list(cluster: string, apiKind: string): readonly KubernetesObject[] {
    if (this.#version !== this.#company.version) {
      this.#objects.clear();
      this.#version = this.#company.version;
    }
    const known = this.#objects.get(cluster) ?? this.#build(cluster);
    this.#objects.set(cluster, known);
    return known.get(apiKind) ?? [];
  }

  #build(name: string): Map<string, KubernetesObject[]> {
    const byKind = new Map<string, KubernetesObject[]>();
    const cluster = this.cluster(name);
    if (!cluster) {
      return byKind;
    }
    const placed = this.#company.services.flatMap(service =>
      service.runtime?.cluster === name
        ? service.runtime.workloads.map(workload => {
            const deployed =
              this.#company
                .deploymentsOf(service.name)
                .filter(({ result }) => result === 'succeeded')
                .at(-1) ?? UNKNOWN_DEPLOYMENT;
            return {
              service,
              workload,
              namespace: service.runtime?.namespace ?? '',
              version: deployed.version,
              deployedAt: deployed.startedAt,
              zones: cluster.zones,
              now: this.#company.now(),
            };
          })
        : [],
    );
    const namespaces = [...new Set(placed.map(({ namespace }) => namespace))];
    const objects = [
      ...clusterObjects(cluster, namespaces.sort()),
      ...placed.flatMap(item => [
        ...workloadObjects(item),
        ...companionObjects(item),
      ]),
    ];
    for (const object of objects) {
      const key = `${object.apiVersion}/${object.kind}`;
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
}

/** Lists are in the order of the keys in etcd. */
function placeOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
