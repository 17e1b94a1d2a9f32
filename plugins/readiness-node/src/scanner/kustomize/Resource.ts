import { nameOf } from '../kubernetes/objects';
import { stringOf, type LocatedMap } from '../yaml';

/** A Kubernetes object on its way through kustomizations. */
export interface Resource {
  readonly root: LocatedMap;
  /** Names that it had before prefixes and suffixes, the first one first. */
  readonly formerNames: readonly string[];
  /** Files it came through: its own, then the kustomizations. */
  readonly sources: readonly string[];
}

/** What an object is known by. */
export interface ResourceId {
  apiVersion: string;
  kind: string;
  name: string;
  namespace: string;
}

export function idOf({ root }: Pick<Resource, 'root'>): ResourceId {
  return {
    apiVersion: stringOf(root, 'apiVersion') ?? '',
    kind: stringOf(root, 'kind') ?? '',
    name: nameOf(root) ?? '',
    namespace: stringOf(root, 'metadata', 'namespace') ?? '',
  };
}

/** Whether an object has, or had, a name. */
export function isNamed(resource: Resource, name: string): boolean {
  return idOf(resource).name === name || resource.formerNames.includes(name);
}
