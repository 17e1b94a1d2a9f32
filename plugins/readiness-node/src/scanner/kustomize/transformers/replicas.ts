import {
  itemsOf,
  nodeAt,
  stringOf,
  withValueAt,
  type LocatedMap,
} from '../../yaml';
import { idOf, isNamed, type Resource } from '../Resource';

/** Kinds whose `spec.replicas` Kustomize sets. */
const SCALED_KINDS = new Set([
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
]);

/** Applies `replicas` to an object. */
export function transformReplicas(
  resource: Resource,
  kustomization: LocatedMap,
): LocatedMap {
  let { root } = resource;
  if (!SCALED_KINDS.has(idOf(resource).kind)) {
    return root;
  }
  for (const entry of itemsOf(kustomization, 'replicas')) {
    const name = stringOf(entry, 'name');
    const count = nodeAt(entry, ['count']);
    if (name !== undefined && count && isNamed(resource, name)) {
      const changed = withValueAt(root, ['spec', 'replicas'], count);
      root = changed.type === 'map' ? changed : root;
    }
  }
  return root;
}
