import type { KubernetesObject } from './KubernetesObject';

/**
 * Whether two objects are in one namespace. An object that names none is
 * applied wherever the others are.
 */
export function isSameNamespace(
  a: { namespace: string },
  b: { namespace: string },
): boolean {
  return (
    a.namespace === b.namespace || a.namespace === '' || b.namespace === ''
  );
}

/** Kubernetes objects that are applied together, to be asked by kind and name. */
export class ObjectSet {
  private readonly byKind = new Map<string, KubernetesObject[]>();
  private readonly byName = new Map<string, KubernetesObject[]>();

  constructor(
    readonly all: readonly KubernetesObject[],
    /** What the objects were found in, for people. */
    readonly where = 'the repository',
  ) {
    for (const object of all) {
      push(this.byKind, object.kind, object);
      push(this.byName, `${object.kind}/${object.name}`, object);
    }
  }

  /** The objects of these kinds, in the order they were read within a kind. */
  ofKind(...kinds: string[]): KubernetesObject[] {
    return kinds.flatMap(kind => this.byKind.get(kind) ?? []);
  }

  /** The objects of a kind and name in the namespace of another object. */
  named(
    kind: string,
    name: string,
    from: { namespace: string },
  ): KubernetesObject[] {
    return (this.byName.get(`${kind}/${name}`) ?? []).filter(object =>
      isSameNamespace(object, from),
    );
  }
}

function push(
  map: Map<string, KubernetesObject[]>,
  key: string,
  object: KubernetesObject,
): void {
  const known = map.get(key);
  if (known) {
    known.push(object);
  } else {
    map.set(key, [object]);
  }
}
