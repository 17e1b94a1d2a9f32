import { MATCH_RULES, isInNamespace } from '../attribution/matchRules';
import type { Workload } from '../kubernetes/workloads/Workload';
import type { ScanEntity } from '../types';

const CLUSTER = 'backstage.io/kubernetes-cluster';
const LABEL_SELECTOR = 'backstage.io/kubernetes-label-selector';
const KUBERNETES_ID = 'backstage.io/kubernetes-id';
const NAMESPACE = 'backstage.io/kubernetes-namespace';
const NAME_LABEL = 'app.kubernetes.io/name';

/**
 * Annotations by which an entity names its workloads, the one to recommend first.
 *
 * @public
 */
export const KUBERNETES_ANNOTATIONS: readonly string[] = [
  KUBERNETES_ID,
  LABEL_SELECTOR,
  NAMESPACE,
  CLUSTER,
];

/** Whose the workloads of a cluster are. */
export interface WorkloadClaims {
  /** By entity: its workloads, and the rule by which each is. */
  matches: Map<ScanEntity, Array<{ workload: Workload; rule: string }>>;
  /** Workloads that several entities claim by the same rule: nobody's. */
  contested: Array<{
    workload: Workload;
    entities: ScanEntity[];
    rule: string;
  }>;
}

/** Whether an entity says itself which workloads are its own. */
export function namesWorkloads(entity: ScanEntity): boolean {
  return [KUBERNETES_ID, LABEL_SELECTOR, NAMESPACE].some(
    name => entity.annotations[name] !== undefined,
  );
}

/** The cluster that an entity names as the only one; undefined where any may be. */
export function clusterOf(entity: ScanEntity): string | undefined {
  return entity.annotations[CLUSTER];
}

/**
 * Says whose each workload of a cluster is, by the rules that hold for a
 * repository too. Names count in a namespace that the entity names: in a cluster
 * of others, a name alone says little.
 */
export function matchWorkloads(
  entities: readonly ScanEntity[],
  workloads: readonly Workload[],
): WorkloadClaims {
  const index = new WorkloadIndex(workloads);
  const claims = new Map<
    Workload,
    Array<{ entity: ScanEntity; level: number }>
  >();
  for (const entity of entities) {
    const candidates = index
      .candidatesOf(entity)
      .filter(workload => isInNamespace(entity, workload));
    const level = MATCH_RULES.findIndex(
      rule =>
        (!rule.byNameAlone || entity.annotations[NAMESPACE] !== undefined) &&
        candidates.some(workload => rule.matches(entity, workload)),
    );
    for (const workload of candidates) {
      if (level >= 0 && MATCH_RULES[level].matches(entity, workload)) {
        const known = claims.get(workload);
        if (known) {
          known.push({ entity, level });
        } else {
          claims.set(workload, [{ entity, level }]);
        }
      }
    }
  }

  const result: WorkloadClaims = { matches: new Map(), contested: [] };
  for (const [workload, claimed] of claims) {
    const strongest = Math.min(...claimed.map(({ level }) => level));
    const winners = claimed
      .filter(({ level }) => level === strongest)
      .map(({ entity }) => entity);
    const rule = MATCH_RULES[strongest].describe(winners[0]);
    if (winners.length > 1) {
      result.contested.push({ workload, entities: winners, rule });
    } else {
      const known = result.matches.get(winners[0]) ?? [];
      result.matches.set(winners[0], [...known, { workload, rule }]);
    }
  }
  return result;
}

/** Finds the workloads that a rule may match, without trying them all. */
class WorkloadIndex {
  readonly #byLabel = new Map<string, Set<Workload>>();
  readonly #byName = new Map<string, Set<Workload>>();

  constructor(private readonly all: readonly Workload[]) {
    for (const workload of all) {
      push(this.#byName, workload.name, workload);
      for (const labels of [
        workload.labels,
        workload.podLabels,
        pick(workload.annotations, KUBERNETES_ID),
        pick(workload.podAnnotations, KUBERNETES_ID),
      ]) {
        for (const [name, value] of Object.entries(labels)) {
          push(this.#byLabel, `${name}=${value}`, workload);
        }
      }
    }
  }

  candidatesOf(entity: ScanEntity): Workload[] {
    const id = entity.annotations[KUBERNETES_ID] ?? entity.name;
    return [
      ...new Set([
        ...this.#selectable(entity.annotations[LABEL_SELECTOR]),
        ...(this.#byLabel.get(`${KUBERNETES_ID}=${id}`) ?? []),
        ...(this.#byLabel.get(`${NAME_LABEL}=${entity.name}`) ?? []),
        ...(this.#byName.get(entity.name) ?? []),
      ]),
    ];
  }

  /** Those with one label that a selector asks for, where it asks for one. */
  #selectable(selector: string | undefined): Iterable<Workload> {
    if (selector === undefined) {
      return [];
    }
    const equality =
      /(?:^|,)\s*([\w./-]{1,320})\s*={1,2}\s*([\w.-]{1,63})\s*(?:,|$)/.exec(
        selector.slice(0, 2000),
      );
    return equality
      ? this.#byLabel.get(`${equality[1]}=${equality[2]}`) ?? []
      : this.all;
  }
}

function push(
  map: Map<string, Set<Workload>>,
  key: string,
  workload: Workload,
): void {
  const known = map.get(key);
  if (known) {
    known.add(workload);
  } else {
    map.set(key, new Set([workload]));
  }
}

function pick(
  values: Readonly<Record<string, string>>,
  name: string,
): Record<string, string> {
  return values[name] === undefined ? {} : { [name]: values[name] };
}
