import type { JsonValue } from '@backstage/types';

/** Where a value was written. */
export interface Place {
  file: string;
  /** 1-based: the line of the key, or of the list item. */
  line: number;
}

export interface LocatedScalar {
  readonly type: 'scalar';
  readonly value: string | number | boolean | null;
  readonly place: Place;
}

export interface LocatedMap {
  readonly type: 'map';
  readonly entries: ReadonlyMap<string, LocatedNode>;
  readonly place: Place;
}

export interface LocatedList {
  readonly type: 'list';
  readonly items: readonly LocatedNode[];
  readonly place: Place;
}

/**
 * A JSON value that knows, at every depth, where it was written. It is never
 * changed in place: what a patch makes shares what the patch left alone, and
 * keeps the place of each value.
 */
export type LocatedNode = LocatedScalar | LocatedMap | LocatedList;

/** Keys and indices from a root. */
export type NodePath = ReadonlyArray<string | number>;

const plainValues = new WeakMap<LocatedNode, JsonValue>();

/** The value without places. The same node gives the same value: read only. */
export function toPlain(node: LocatedNode): JsonValue {
  const known = plainValues.get(node);
  if (known !== undefined) {
    return known;
  }
  let value: JsonValue;
  if (node.type === 'scalar') {
    value = node.value;
  } else if (node.type === 'list') {
    value = node.items.map(toPlain);
  } else {
    // Defines each key: `__proto__` is one like any other.
    value = Object.fromEntries(
      [...node.entries].map(([key, entry]) => [key, toPlain(entry)]),
    );
  }
  plainValues.set(node, value);
  return value;
}

/** The child under a key or an index. */
export function childOf(
  node: LocatedNode | undefined,
  key: string | number,
): LocatedNode | undefined {
  if (node?.type === 'map') {
    return node.entries.get(String(key));
  }
  if (node?.type === 'list' && typeof key === 'number') {
    return node.items[key];
  }
  return undefined;
}

/** The node at a path. */
export function nodeAt(
  node: LocatedNode | undefined,
  path: NodePath,
): LocatedNode | undefined {
  let current = node;
  for (const key of path) {
    current = childOf(current, key);
  }
  return current;
}

/** The place of the deepest node that exists along a path. */
export function placeAt(node: LocatedNode, path: NodePath): Place {
  let current = node;
  for (const key of path) {
    const child = childOf(current, key);
    if (!child) {
      break;
    }
    current = child;
  }
  return current.place;
}

/** The string under a key of a map, where it is one. */
export function stringOf(
  node: LocatedNode | undefined,
  ...path: string[]
): string | undefined {
  const found = nodeAt(node, path);
  return found?.type === 'scalar' && typeof found.value === 'string'
    ? found.value
    : undefined;
}

/** The items of the list at a path; none where it is not a list. */
export function itemsOf(
  node: LocatedNode | undefined,
  ...path: string[]
): readonly LocatedNode[] {
  const found = nodeAt(node, path);
  return found?.type === 'list' ? found.items : [];
}

/** A scalar written elsewhere than in the file it came from. */
export function scalar(
  value: LocatedScalar['value'],
  place: Place,
): LocatedScalar {
  return { type: 'scalar', value, place };
}

/** A map of nodes. */
export function mapOf(
  entries: Iterable<readonly [string, LocatedNode]>,
  place: Place,
): LocatedMap {
  return { type: 'map', entries: new Map(entries), place };
}

/** The map with one entry set. */
export function withEntry(
  map: LocatedMap,
  key: string,
  value: LocatedNode,
): LocatedMap {
  return { ...map, entries: new Map(map.entries).set(key, value) };
}

/** The map without one entry. */
export function withoutEntry(map: LocatedMap, key: string): LocatedMap {
  const entries = new Map(map.entries);
  entries.delete(key);
  return { ...map, entries };
}

/** The list with other items. */
export function withItems(
  list: LocatedList,
  items: readonly LocatedNode[],
): LocatedList {
  return { ...list, items };
}

/**
 * The node with the value at a path set; maps that are missing on the way are
 * made. Where something else than a map or a list stands in the way, nothing
 * changes.
 */
export function withValueAt(
  node: LocatedNode,
  path: NodePath,
  value: LocatedNode,
): LocatedNode {
  const [key, ...rest] = path;
  if (key === undefined) {
    return value;
  }
  if (node.type === 'map') {
    const child = node.entries.get(String(key)) ?? mapOf([], value.place);
    return withEntry(node, String(key), withValueAt(child, rest, value));
  }
  if (node.type === 'list' && typeof key === 'number' && node.items[key]) {
    return withItems(
      node,
      node.items.map((item, index) =>
        index === key ? withValueAt(item, rest, value) : item,
      ),
    );
  }
  return node;
}
