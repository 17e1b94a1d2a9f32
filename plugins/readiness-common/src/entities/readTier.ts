import type { Entity } from '@backstage/catalog-model';

/**
 * The label that gives a service its tier.
 *
 * @public
 */
export const TIER_LABEL = 'airworthy.dev/tier';

/** The tier of what names none. */
export const DEFAULT_TIER = 3;

/**
 * The tier of an entity: its label, else `spec.tier`, else 3. What is no whole
 * number from 0 to 99 counts as not given. 1 is the most critical.
 *
 * @public
 */
export function readTier(entity: Entity): number {
  for (const value of [
    entity.metadata.labels?.[TIER_LABEL],
    entity.spec?.tier,
  ]) {
    const digits = /^(?:tier-?)?(\d{1,2})$/i.exec(String(value ?? '').trim());
    if (digits) {
      return Number(digits[1]);
    }
  }
  return DEFAULT_TIER;
}
