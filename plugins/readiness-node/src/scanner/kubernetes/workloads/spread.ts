import type { JsonValue } from '@backstage/types';
import {
  isRecord,
  listAt,
  stringAt,
  stringsAt,
  valueAt,
} from '../../json/values';
import type { NodePath } from '../../yaml';
import { readLabelSelector } from '../objects';
import type { Workload } from './Workload';

const ZONE_KEYS = new Set([
  'topology.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/zone',
]);

/** A rule that keeps the instances of a workload apart. */
export interface Spread {
  topologyKey: string;
  /** From the pod spec. */
  path: NodePath;
}

/** Whether a term of an affinity looks into the pod's own namespace. */
function coversOwnNamespace(term: JsonValue, workload: Workload): boolean {
  const namespaces = stringsAt(term, 'namespaces');
  const selector = valueAt(term, 'namespaceSelector');
  if (namespaces.length === 0 && selector === undefined) {
    return true;
  }
  if (namespaces.includes(workload.namespace)) {
    return true;
  }
  return (
    isRecord(selector) &&
    (readLabelSelector(selector)?.({
      'kubernetes.io/metadata.name': workload.namespace,
    }) ??
      false)
  );
}

/**
 * Topology spread constraints and anti-affinity terms that select the pod
 * itself in its own namespace; others keep it away from strangers alone.
 */
export function findSpread(workload: Workload): Spread[] {
  const found: Spread[] = [];
  const consider = (
    term: JsonValue | undefined,
    path: NodePath,
    isOwnNamespace: boolean,
  ) => {
    const topologyKey = stringAt(term, 'topologyKey');
    const selects = readLabelSelector(valueAt(term, 'labelSelector'));
    if (topologyKey && isOwnNamespace && selects?.(workload.podLabels)) {
      found.push({ topologyKey, path });
    }
  };

  const constraints = listAt(workload.podSpec, 'topologySpreadConstraints');
  for (const [index, constraint] of constraints.entries()) {
    consider(constraint, ['topologySpreadConstraints', index], true);
  }
  for (const [name, inner] of [
    ['requiredDuringSchedulingIgnoredDuringExecution', []],
    ['preferredDuringSchedulingIgnoredDuringExecution', ['podAffinityTerm']],
  ] as const) {
    const path = ['affinity', 'podAntiAffinity', name];
    for (const [index, entry] of listAt(workload.podSpec, ...path).entries()) {
      const term = valueAt(entry, ...inner);
      if (term !== undefined) {
        consider(term, [...path, index], coversOwnNamespace(term, workload));
      }
    }
  }
  return found;
}

/** Whether a rule keeps instances in different zones. */
export function isZoneSpread(spread: Spread): boolean {
  return ZONE_KEYS.has(spread.topologyKey);
}
