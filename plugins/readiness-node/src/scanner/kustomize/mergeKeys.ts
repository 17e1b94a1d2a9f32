import { stringOf, type LocatedNode } from '../yaml';

/**
 * Lists that a strategic merge merges item by item, and what makes two items
 * the same: the `x-kubernetes-patch-merge-key` of the Kubernetes API.
 */
const MERGE_KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  env: ['name'],
  ephemeralContainers: ['name'],
  hostAliases: ['ip'],
  imagePullSecrets: ['name'],
  initContainers: ['name'],
  resourceClaims: ['name'],
  secrets: ['name'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
  volumeDevices: ['devicePath'],
  volumeMounts: ['mountPath'],
  volumes: ['name'],
};

const DEFAULTS: Readonly<Record<string, string>> = { protocol: 'TCP' };

function keysOf(
  list: string,
  item: LocatedNode,
): readonly string[] | undefined {
  if (list !== 'ports') {
    return Object.hasOwn(MERGE_KEYS, list) ? MERGE_KEYS[list] : undefined;
  }
  const isContainerPort =
    item.type === 'map' && item.entries.has('containerPort');
  return [isContainerPort ? 'containerPort' : 'port', 'protocol'];
}

/** Whether the items of a list are merged one by one. */
export function isMergedByKey(list: string): boolean {
  return list === 'ports' || Object.hasOwn(MERGE_KEYS, list);
}

/** What identifies an item of a list; undefined where it lacks its key. */
export function identityOf(
  list: string,
  item: LocatedNode,
): string | undefined {
  const keys = keysOf(list, item);
  if (!keys || item.type !== 'map') {
    return undefined;
  }
  const values = keys.map(key => {
    const value = item.entries.get(key);
    return value?.type === 'scalar' && value.value !== null
      ? String(value.value)
      : DEFAULTS[key];
  });
  return values[0] === undefined ? undefined : JSON.stringify(values);
}

/** The `$patch` directive of a map. */
export function directiveOf(node: LocatedNode): string | undefined {
  return stringOf(node, '$patch');
}
