import { isClusterKind } from '../../kubernetes/objects';
import {
  nodeAt,
  scalar,
  stringOf,
  withEntry,
  withItems,
  withValueAt,
  type LocatedMap,
  type LocatedNode,
} from '../../yaml';
import { idOf, type Resource } from '../Resource';

/** Kinds that `namePrefix` and `nameSuffix` leave alone. */
const UNCHANGED_KINDS = new Set([
  'CustomResourceDefinition',
  'APIService',
  'Namespace',
]);

/** Applies `namePrefix` and `nameSuffix`; what refers to a name follows later. */
export function transformNames(
  resource: Resource,
  kustomization: LocatedMap,
): Resource {
  const prefix = stringOf(kustomization, 'namePrefix') ?? '';
  const suffix = stringOf(kustomization, 'nameSuffix') ?? '';
  const { kind, name } = idOf(resource);
  const written = nodeAt(resource.root, ['metadata', 'name']);
  if ((!prefix && !suffix) || UNCHANGED_KINDS.has(kind) || !written) {
    return resource;
  }
  const root = withValueAt(
    resource.root,
    ['metadata', 'name'],
    scalar(`${prefix}${name}${suffix}`, written.place),
  );
  return root.type === 'map'
    ? { ...resource, root, formerNames: [...resource.formerNames, name] }
    : resource;
}

/** Applies `namespace` to everything that lives in one. */
export function transformNamespace(
  resource: Resource,
  kustomization: LocatedMap,
): LocatedMap {
  const namespace = nodeAt(kustomization, ['namespace']);
  const { kind } = idOf(resource);
  if (
    namespace?.type !== 'scalar' ||
    typeof namespace.value !== 'string' ||
    namespace.value === ''
  ) {
    return resource.root;
  }
  const path =
    kind === 'Namespace' ? ['metadata', 'name'] : ['metadata', 'namespace'];
  const placed =
    kind !== 'Namespace' && isClusterKind(kind)
      ? resource.root
      : withValueAt(resource.root, path, namespace);
  const root = placed.type === 'map' ? placed : resource.root;
  return kind === 'RoleBinding' || kind === 'ClusterRoleBinding'
    ? withSubjectsIn(root, namespace)
    : root;
}

function withSubjectsIn(root: LocatedMap, namespace: LocatedNode): LocatedMap {
  const subjects = root.entries.get('subjects');
  if (subjects?.type !== 'list') {
    return root;
  }
  const items = subjects.items.map(subject =>
    subject.type === 'map' && stringOf(subject, 'kind') === 'ServiceAccount'
      ? withEntry(subject, 'namespace', namespace)
      : subject,
  );
  return withEntry(root, 'subjects', withItems(subjects, items));
}
