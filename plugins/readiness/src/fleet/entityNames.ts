import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * A reference as short as it stays clear: `payments-api` for
 * `component:default/payments-api`, more where kind or namespace differ.
 */
export function shortRef(ref: string, defaultKind = 'component'): string {
  try {
    const { kind, namespace, name } = parseEntityRef(ref, { defaultKind });
    const prefix =
      kind.toLocaleLowerCase('en-US') === defaultKind ? '' : `${kind}:`;
    return namespace === 'default'
      ? `${prefix}${name}`
      : `${prefix}${namespace}/${name}`;
  } catch {
    // What is no reference, such as an owner written as a name, is shown as is.
    return ref;
  }
}

/** The reference that {@link shortRef} made short; as is where it is none. */
export function fullRef(short: string, defaultKind = 'component'): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(short, { defaultKind, defaultNamespace: 'default' }),
    );
  } catch {
    return short;
  }
}
