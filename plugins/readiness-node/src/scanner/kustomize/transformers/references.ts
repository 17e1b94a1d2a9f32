import {
  scalar,
  stringOf,
  withEntry,
  withItems,
  type LocatedMap,
  type LocatedNode,
} from '../../yaml';
import { idOf, type Resource } from '../Resource';

/** Maps whose `name` refers to an object of a kind. */
const REFERENCE_MAPS: Readonly<Record<string, string>> = {
  configMap: 'ConfigMap',
  configMapKeyRef: 'ConfigMap',
  configMapRef: 'ConfigMap',
  secretKeyRef: 'Secret',
  secretRef: 'Secret',
};

/** Maps whose `kind` and `name` refer to an object. */
const TYPED_REFERENCE_MAPS = new Set(['roleRef', 'scaleTargetRef']);

/** Values that refer to an object of a kind. */
const REFERENCE_VALUES: ReadonlyMap<string, string> = new Map([
  ['claimName', 'PersistentVolumeClaim'],
  ['secretName', 'Secret'],
  ['serviceAccountName', 'ServiceAccount'],
]);

/** Finds what an object is called now that was called so when it was written. */
export type CurrentName = (
  kind: string,
  name: string,
  namespace: string,
) => string | undefined;

/** The names of a set of objects, by what they were called before. */
export function currentNamesOf(resources: readonly Resource[]): CurrentName {
  const byFormer = new Map<string, Resource[]>();
  const current = new Set<string>();
  for (const resource of resources) {
    const { kind, name } = idOf(resource);
    current.add(`${kind}/${name}`);
    for (const former of resource.formerNames) {
      const key = `${kind}/${former}`;
      byFormer.set(key, [...(byFormer.get(key) ?? []), resource]);
    }
  }
  return (kind, name, namespace) => {
    const key = `${kind}/${name}`;
    if (current.has(key)) {
      return undefined;
    }
    const renamed = byFormer.get(key) ?? [];
    const nearest =
      renamed.length > 1
        ? renamed.filter(other => idOf(other).namespace === namespace)
        : renamed;
    return nearest.length === 1 ? idOf(nearest[0]).name : undefined;
  };
}

class ReferenceUpdate {
  constructor(
    private readonly currentName: CurrentName,
    private readonly namespace: string,
  ) {}

  visit(node: LocatedNode, key: string, parentKey: string): LocatedNode {
    if (node.type === 'list') {
      return withItems(
        node,
        node.items.map(item => this.visit(item, key, parentKey)),
      );
    }
    if (node.type === 'scalar') {
      return node;
    }
    const kind = this.referredKind(node, key, parentKey);
    let result: LocatedMap = node;
    for (const [name, value] of node.entries) {
      const valueKind =
        name === 'name' && kind !== undefined
          ? kind
          : REFERENCE_VALUES.get(name);
      const changed = valueKind
        ? this.rename(value, valueKind)
        : this.visit(value, name, key);
      if (changed !== value) {
        result = withEntry(result, name, changed);
      }
    }
    return result;
  }

  private referredKind(
    node: LocatedMap,
    key: string,
    parentKey: string,
  ): string | undefined {
    if (Object.hasOwn(REFERENCE_MAPS, key)) {
      return REFERENCE_MAPS[key];
    }
    if (TYPED_REFERENCE_MAPS.has(key)) {
      return stringOf(node, 'kind');
    }
    if (key === 'subjects') {
      return stringOf(node, 'kind') === 'ServiceAccount'
        ? 'ServiceAccount'
        : undefined;
    }
    if (key === 'service' && /backend$/i.test(parentKey)) {
      return 'Service';
    }
    return key === 'imagePullSecrets' ? 'Secret' : undefined;
  }

  private rename(value: LocatedNode, kind: string): LocatedNode {
    if (value.type !== 'scalar' || typeof value.value !== 'string') {
      return value;
    }
    const name = this.currentName(kind, value.value, this.namespace);
    return name === undefined ? value : scalar(name, value.place);
  }
}

/** Lets an object refer to others by the names that they have now. */
export function updateReferences(
  resource: Resource,
  currentName: CurrentName,
): Resource {
  const update = new ReferenceUpdate(currentName, idOf(resource).namespace);
  let { root } = resource;
  for (const [key, value] of resource.root.entries) {
    if (key !== 'metadata') {
      const changed = update.visit(value, key, '');
      if (changed !== value) {
        root = withEntry(root, key, changed);
      }
    }
  }
  return { ...resource, root };
}
