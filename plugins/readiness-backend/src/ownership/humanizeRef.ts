import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';

/** A reference as people say it: without the kind, and the default namespace. */
export function humanizeRef(ref: string): string {
  const { namespace, name } = parseEntityRef(ref);
  return namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`;
}
