import { listAt, valueAt } from '../../json/values';
import {
  isSameNamespace,
  readLabelSelector,
  type KubernetesObject,
  type LabelSelector,
  type ObjectSet,
} from '../objects';
import type { Workload } from './Workload';

/** Selectors of a policy: Cilium's may hold several in `specs`. */
function selectorsOf(policy: KubernetesObject) {
  if (policy.kind === 'NetworkPolicy') {
    // Calico writes its selectors as text, in a group of its own.
    return policy.group === 'networking.k8s.io' || policy.group === 'extensions'
      ? [valueAt(policy.object, 'spec', 'podSelector') ?? {}]
      : [];
  }
  return [
    valueAt(policy.object, 'spec', 'endpointSelector'),
    ...listAt(policy.object, 'specs').map(spec =>
      valueAt(spec, 'endpointSelector'),
    ),
  ];
}

/** A network policy, and what it selects. */
export interface NetworkPolicy {
  object: KubernetesObject;
  selectors: readonly LabelSelector[];
}

/** The network policies among objects. */
export function readNetworkPolicies(objects: ObjectSet): NetworkPolicy[] {
  return objects.ofKind('NetworkPolicy', 'CiliumNetworkPolicy').map(object => ({
    object,
    selectors: selectorsOf(object).flatMap(
      selector => readLabelSelector(selector) ?? [],
    ),
  }));
}

/** Whether a policy selects the pods of a workload. */
export function isolates(policy: NetworkPolicy, workload: Workload): boolean {
  return (
    isSameNamespace(policy.object, workload) &&
    policy.selectors.some(selects => selects(workload.podLabels))
  );
}
