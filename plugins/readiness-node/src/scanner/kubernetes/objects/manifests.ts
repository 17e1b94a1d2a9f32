import {
  itemsOf,
  stringOf,
  type LocatedMap,
  type LocatedNode,
} from '../../yaml';
import { isKubernetesApiVersion } from './kinds';

/** A Kubernetes object as written, before overlays. */
export interface Manifest {
  root: LocatedMap;
  /** Files and folders it came through, to know whose it is. */
  sources: readonly string[];
}

const MAX_LIST_DEPTH = 3;

/**
 * The Kubernetes objects of a document: itself, or the items of a `List`; none
 * where it is something else.
 */
export function readManifests(root: LocatedNode, depth = 0): LocatedMap[] {
  const apiVersion = stringOf(root, 'apiVersion');
  const kind = stringOf(root, 'kind');
  if (
    root.type !== 'map' ||
    apiVersion === undefined ||
    kind === undefined ||
    !isKubernetesApiVersion(apiVersion)
  ) {
    return [];
  }
  if (kind.endsWith('List') && root.entries.has('items')) {
    return depth < MAX_LIST_DEPTH
      ? itemsOf(root, 'items').flatMap(item => readManifests(item, depth + 1))
      : [];
  }
  return nameOf(root) === undefined ? [] : [root];
}

/** `metadata.name`, else `metadata.generateName`. */
export function nameOf(root: LocatedNode): string | undefined {
  return (
    stringOf(root, 'metadata', 'name') ??
    stringOf(root, 'metadata', 'generateName')
  );
}

/** Whether the name or the kind of an object is still a template. */
export function isTemplated(root: LocatedNode): boolean {
  return [
    stringOf(root, 'kind'),
    nameOf(root),
    stringOf(root, 'metadata', 'namespace'),
  ].some(value => value?.includes('{{'));
}
