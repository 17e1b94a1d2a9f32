import { MATCH_RULES, isInNamespace } from '../attribution/matchRules';
import type { Workload } from '../kubernetes/workloads/Workload';
import type { ScanEntity } from '../types';
import { WorkloadIndex } from './WorkloadIndex';

const CLUSTER = 'backstage.io/kubernetes-cluster';
const LABEL_SELECTOR = 'backstage.io/kubernetes-label-selector';
const KUBERNETES_ID = 'backstage.io/kubernetes-id';
const NAMESPACE = 'backstage.io/kubernetes-namespace';

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
