import {
  itemsOf,
  scalar,
  stringOf,
  withEntry,
  withItems,
  type LocatedMap,
  type LocatedNode,
  type Place,
} from '../../yaml';

/** One entry of `images`. */
interface ImageChange {
  name: string;
  newName?: string;
  newTag?: string;
  digest?: string;
  place: Place;
}

function textOf(node: LocatedNode, key: string): string | undefined {
  const value = node.type === 'map' ? node.entries.get(key) : undefined;
  // `newTag: 1.2` is a number to YAML.
  return value?.type === 'scalar' && value.value !== null
    ? String(value.value)
    : undefined;
}

function readChanges(kustomization: LocatedMap): ImageChange[] {
  return itemsOf(kustomization, 'images').flatMap(entry => {
    const name = stringOf(entry, 'name');
    if (name === undefined || entry.type !== 'map') {
      return [];
    }
    const written = ['newTag', 'digest', 'newName'].find(key =>
      entry.entries.has(key),
    );
    return [
      {
        name,
        newName: textOf(entry, 'newName'),
        newTag: textOf(entry, 'newTag'),
        digest: textOf(entry, 'digest'),
        place: entry.entries.get(written ?? 'name')?.place ?? entry.place,
      },
    ];
  });
}

/** An image reference in its parts: `registry:5000/app:v1@sha256:…`. */
function splitImage(image: string): {
  name: string;
  /** With its `:` or `@`; empty without one. */
  version: string;
} {
  const at = image.indexOf('@');
  const rest = at < 0 ? image : image.slice(0, at);
  const colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
  const end = colon < 0 ? rest.length : colon;
  return { name: image.slice(0, end), version: image.slice(end) };
}

function changeImage(image: string, change: ImageChange): string | undefined {
  const { name, version } = splitImage(image);
  if (name !== change.name) {
    return undefined;
  }
  let newVersion = version;
  if (change.newTag !== undefined) {
    newVersion = `:${change.newTag}`;
  }
  if (change.digest !== undefined) {
    newVersion = `${change.newTag !== undefined ? newVersion : ''}@${
      change.digest
    }`;
  }
  return `${change.newName ?? name}${newVersion}`;
}

function changeContainer(
  container: LocatedNode,
  changes: readonly ImageChange[],
): LocatedNode {
  let changed = container;
  for (const change of changes) {
    const image = stringOf(changed, 'image');
    const result = image === undefined ? undefined : changeImage(image, change);
    if (result !== undefined && changed.type === 'map') {
      changed = withEntry(changed, 'image', scalar(result, change.place));
    }
  }
  return changed;
}

function changeNode(
  node: LocatedNode,
  changes: readonly ImageChange[],
): LocatedNode {
  if (node.type === 'list') {
    return withItems(
      node,
      node.items.map(item => changeNode(item, changes)),
    );
  }
  if (node.type === 'scalar') {
    return node;
  }
  const entries = [...node.entries].map(([key, value]) => {
    const isContainers =
      (key === 'containers' || key === 'initContainers') &&
      value.type === 'list';
    return [
      key,
      isContainers
        ? withItems(
            value,
            value.items.map(item => changeContainer(item, changes)),
          )
        : changeNode(value, changes),
    ] as const;
  });
  return { ...node, entries: new Map(entries) };
}

/** Applies `images` to the containers of an object, wherever they stand. */
export function transformImages(
  root: LocatedMap,
  kustomization: LocatedMap,
): LocatedMap {
  const changes = readChanges(kustomization);
  if (changes.length === 0) {
    return root;
  }
  const changed = changeNode(root, changes);
  return changed.type === 'map' ? changed : root;
}
