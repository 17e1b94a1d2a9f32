import type { FactType } from '../facts/types';

/**
 * What rules may read of the entity itself, as `entity.tier` and so on. A field
 * that the catalog does not state is absent, as a fact would be.
 */
export const ENTITY_FIELDS = {
  kind: 'string',
  namespace: 'string',
  name: 'string',
  title: 'string',
  type: 'string',
  lifecycle: 'string',
  tier: 'int',
  owner: 'string',
  system: 'string',
  domain: 'string',
  tags: 'strings',
} as const satisfies Record<string, FactType>;
