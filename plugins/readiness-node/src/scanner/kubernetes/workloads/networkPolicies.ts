import { listAt, valueAt } from '../../json/values';
import {
  isSameNamespace,
  readLabelSelector,
  type KubernetesObject,
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

/** The network policies that select the pods of a workload. */
export function findNetworkPolicies(
  workload: Workload,
  objects: ObjectSet,
): KubernetesObject[] {
  return objects
    .ofKind('NetworkPolicy', 'CiliumNetworkPolicy')
    .filter(
      policy =>
        isSameNamespace(policy, workload) &&
        selectorsOf(policy).some(
          selector =>
            readLabelSelector(selector)?.(workload.podLabels) ?? false,
        ),
    );
}
