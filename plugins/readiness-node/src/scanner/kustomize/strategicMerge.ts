import {
  withEntry,
  withItems,
  withoutEntry,
  type LocatedList,
  type LocatedMap,
  type LocatedNode,
} from '../yaml';
import { directiveOf, identityOf, isMergedByKey } from './mergeKeys';

export interface StrategicMergeOptions {
  /**
   * Lists are merged by key. False for custom resources: without a schema
   * Kustomize replaces their lists.
   */
  mergesLists: boolean;
}

/** `$patch`, `$retainKeys`, `$setElementOrder/containers`. */
function isDirective(key: string): boolean {
  return key.startsWith('$');
}

/** What a patch makes where there was nothing: itself, without directives. */
function withoutDirectives(node: LocatedNode): LocatedNode | undefined {
  if (node.type === 'scalar') {
    return node.value === null ? undefined : node;
  }
  if (directiveOf(node) === 'delete') {
    return undefined;
  }
  if (node.type === 'list') {
    return withItems(
      node,
      node.items.flatMap(item =>
        // A list may hold null; only a patch's map entries are deleted by it.
        item.type === 'scalar' ? [item] : withoutDirectives(item) ?? [],
      ),
    );
  }
  const entries = [...node.entries].flatMap(([key, value]) => {
    const kept = isDirective(key) ? undefined : withoutDirectives(value);
    return kept ? [[key, kept] as const] : [];
  });
  return { ...node, entries: new Map(entries) };
}

function mergeMaps(
  target: LocatedMap,
  patch: LocatedMap,
  options: StrategicMergeOptions,
): LocatedMap {
  let merged = target;
  for (const [key, value] of patch.entries) {
    if (isDirective(key)) {
      continue;
    }
    const result = mergeNodes(target.entries.get(key), value, key, options);
    merged = result
      ? withEntry(merged, key, result)
      : withoutEntry(merged, key);
  }
  return merged;
}

function mergeLists(
  target: LocatedList,
  patch: LocatedList,
  key: string,
  options: StrategicMergeOptions,
): LocatedNode | undefined {
  const replaces = patch.items.some(item => directiveOf(item) === 'replace');
  if (!options.mergesLists || !isMergedByKey(key) || replaces) {
    const items = patch.items.filter(
      item =>
        directiveOf(item) !== 'replace' ||
        (item.type === 'map' && item.entries.size > 1),
    );
    return withoutDirectives(withItems(patch, items));
  }
  let items = [...target.items];
  const added: LocatedNode[] = [];
  for (const item of patch.items) {
    const identity = identityOf(key, item);
    const index =
      identity === undefined
        ? -1
        : items.findIndex(other => identityOf(key, other) === identity);
    if (directiveOf(item) === 'delete') {
      items = items.filter((_, position) => position !== index);
    } else if (index >= 0) {
      const result = mergeNodes(items[index], item, key, options);
      items = items.flatMap((other, position) =>
        position === index ? result ?? [] : [other],
      );
    } else {
      const result = withoutDirectives(item);
      if (result) {
        added.push(result);
      }
    }
  }
  // Kustomize puts what a patch adds before what was there.
  return withItems(target, [...added, ...items]);
}

function mergeNodes(
  target: LocatedNode | undefined,
  patch: LocatedNode,
  key: string,
  options: StrategicMergeOptions,
): LocatedNode | undefined {
  const directive = directiveOf(patch);
  if (directive === 'delete') {
    return undefined;
  }
  if (directive !== 'replace') {
    if (patch.type === 'map' && target?.type === 'map') {
      return mergeMaps(target, patch, options);
    }
    if (patch.type === 'list' && target?.type === 'list') {
      return mergeLists(target, patch, key, options);
    }
  }
  return withoutDirectives(patch);
}

/**
 * Applies a strategic merge patch. Values keep the place in which they were
 * written, the target's or the patch's. Undefined where the patch deletes the
 * object.
 */
export function strategicMerge(
  target: LocatedMap,
  patch: LocatedMap,
  options: StrategicMergeOptions,
): LocatedMap | undefined {
  const merged = mergeNodes(target, patch, '', options);
  return merged?.type === 'map' ? merged : undefined;
}
