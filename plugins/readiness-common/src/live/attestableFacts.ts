import type { FactRegistry } from '../facts/FactRegistry';
import type { ScalarFactDefinition } from '../facts/types';

/**
 * The kind of source that persons are.
 *
 * @public
 */
export const ATTESTATION_KIND = 'attestation';

/**
 * Of these facts those that a person may vouch for: they have one value, and
 * name `attestation` among those who supply them.
 *
 * @public
 */
export function attestableFacts(
  registry: FactRegistry,
  names: readonly string[],
): ScalarFactDefinition[] {
  return names.flatMap(name => {
    const definition = registry.get(name);
    return definition?.kind === 'scalar' &&
      definition.suppliedBy.includes(ATTESTATION_KIND)
      ? definition
      : [];
  });
}
