import type { Origin } from '@airworthy/plugin-readiness-common';
import type { JsonObject } from '@backstage/types';
import type { ProductionObject } from '../../Detector';
import { isRecord } from '../../json/values';
import {
  placeAt,
  stringOf,
  toPlain,
  type NodePath,
  type Place,
} from '../../yaml';
import { groupOf, isClusterKind } from './kinds';
import { nameOf, type Manifest } from './manifests';

/** URL of a file for a person. */
export type UrlOf = (path: string, line?: number) => string | undefined;

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

  constructor(
    readonly manifest: Manifest,
    /** Follows `kind/namespace/name`, to tell a second one of that name. */
    keySuffix: string,
    private readonly urlOf: UrlOf | undefined,
  ) {
    const { root } = manifest;
    const object = toPlain(root);
    this.object = isRecord(object) ? object : {};
    this.apiVersion = stringOf(root, 'apiVersion') ?? '';
    this.group = groupOf(this.apiVersion);
    this.kind = stringOf(root, 'kind') ?? '';
    this.namespace = namespaceOf(manifest);
    this.name = nameOf(root) ?? '';
    this.key = `${keyOf(manifest)}${keySuffix}`;
  }

  readonly key: string;

  get place(): Place {
    return this.manifest.root.place;
  }

  get origin(): Origin {
    return this.toOrigin(this.place);
  }

  originOf(path: NodePath): Origin {
    return this.toOrigin(placeAt(this.manifest.root, path));
  }

  private toOrigin({ file, line }: Place): Origin {
    const url = this.urlOf?.(file, line);
    return url === undefined ? { file, line } : { file, line, url };
  }
}

function namespaceOf({ root }: Manifest): string {
  return isClusterKind(stringOf(root, 'kind') ?? '')
    ? ''
    : stringOf(root, 'metadata', 'namespace') ?? '';
}

function keyOf(manifest: Manifest): string {
  const { root } = manifest;
  return `${stringOf(root, 'kind')}/${namespaceOf(manifest)}/${nameOf(root)}`;
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
    const key = keyOf(manifest);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return new KubernetesObject(manifest, count > 1 ? `#${count}` : '', urlOf);
  });
}
