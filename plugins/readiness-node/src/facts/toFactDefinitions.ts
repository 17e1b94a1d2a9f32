import {
  defineFact,
  type ScalarFactDefinition,
  type SourceKind,
} from '@airworthy/plugin-readiness-common';
import type { ConfigFact } from './ConfigFact';

/** Which kind of source fills a fact of config. */
const KINDS: Record<ConfigFact['from'], SourceKind> = {
  entity: 'catalog',
  file: 'repository',
  url: 'url',
};

/**
 * The facts of config as the registry takes them.
 *
 * @public
 */
export function toFactDefinitions(
  facts: readonly ConfigFact[],
): ScalarFactDefinition[] {
  return facts.map(fact =>
    defineFact(fact.name, fact.type, [KINDS[fact.from]], fact.description),
  );
}
