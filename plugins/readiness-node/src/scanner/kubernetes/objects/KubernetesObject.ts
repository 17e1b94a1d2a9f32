import type { Origin } from '@airworthy/plugin-readiness-common';
import type { JsonObject } from '@backstage/types';
import type { ProductionObject } from '../../Detector';
import { isRecord, stringAt } from '../../json/values';
import { placeAt, toPlain, type NodePath } from '../../yaml';
import { groupOf, isClusterKind } from './kinds';
import type { Manifest } from './manifests';

/** URL of a file for a person. */
export type UrlOf = (path: string, line?: number) => string | undefined;

/** An object, and where a person finds it. */
export interface FoundObject {
  object: JsonObject;
  /** Files and folders it came through, to know whose it is; none in a cluster. */
  sources: readonly string[];
  /** Where a value inside the object stands. */
  originOf(path: NodePath): Origin;
}

/** A Kubernetes object as it stands in production, overlays resolved. */
export class KubernetesObject implements ProductionObject {
  readonly apiVersion: string;
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Empty where none is written, and for kinds that live in none. */
  readonly namespace: string;
  readonly name: string;
  readonly object: JsonObject;
  readonly sources: readonly string[];

  constructor(
    private readonly found: FoundObject,
    /** Follows `kind/namespace/name`, to tell a second one of that name. */
    keySuffix = '',
  ) {
    const { object } = found;
    this.object = object;
    this.sources = found.sources;
    this.apiVersion = stringAt(object, 'apiVersion') ?? '';
    this.group = groupOf(this.apiVersion);
    this.kind = stringAt(object, 'kind') ?? '';
    this.namespace = namespaceOf(object);
    this.name = nameOfObject(object);
    this.key = `${keyOf(object)}${keySuffix}`;
  }

  readonly key: string;

  get origin(): Origin {
    return this.found.originOf([]);
  }

  originOf(path: NodePath): Origin {
    return this.found.originOf(path);
  }
}

function namespaceOf(object: JsonObject): string {
  return isClusterKind(stringAt(object, 'kind') ?? '')
    ? ''
    : stringAt(object, 'metadata', 'namespace') ?? '';
}

function nameOfObject(object: JsonObject): string {
  return (
    stringAt(object, 'metadata', 'name') ??
    stringAt(object, 'metadata', 'generateName') ??
    ''
  );
}

function keyOf(object: JsonObject): string {
  return `${stringAt(object, 'kind')}/${namespaceOf(object)}/${nameOfObject(
    object,
  )}`;
}

/**
 * Names the objects of one set: where two share kind, namespace and name, the
 * second has `#2` at the end of its key.
 */
export function createObjects(
  manifests: readonly Manifest[],
  urlOf: UrlOf | undefined,
): KubernetesObject[] {
  const seen = new Map<string, number>();
  return manifests.map(manifest => {
    const found = foundInManifest(manifest, urlOf);
    const key = keyOf(found.object);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return new KubernetesObject(found, count > 1 ? `#${count}` : '');
  });
}

function foundInManifest(
  { root, sources }: Manifest,
  urlOf: UrlOf | undefined,
): FoundObject {
  const object = toPlain(root);
  return {
    object: isRecord(object) ? object : {},
    sources,
    originOf: path => {
      const { file, line } = placeAt(root, path);
      const url = urlOf?.(file, line);
      return url === undefined ? { file, line } : { file, line, url };
    },
  };
}

/**
 * The objects of a cluster, where no two share a key. They stand in no file: all
 * that is said of one leads to where a person sees it.
 */
export function createLiveObjects(
  objects: readonly JsonObject[],
  urlOf: (object: JsonObject) => string | undefined,
): KubernetesObject[] {
  return objects.map(object => {
    const url = urlOf(object);
    const origin: Origin = url === undefined ? {} : { url };
    return new KubernetesObject({
      object,
      sources: [],
      originOf: () => origin,
    });
  });
}
