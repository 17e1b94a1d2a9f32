import type { FactValue } from '../facts/types';

/**
 * What a person vouches for, until a date.
 *
 * @public
 */
export interface Attestation {
  id: string;
  entityRef: string;
  /** The name of a fact that the kind `attestation` may supply. */
  fact: string;
  value: FactValue;
  /** Where a person can see that it is so. */
  url: string;
  note?: string;
  /** Entity reference of who vouches. */
  author: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** ISO 8601, UTC: from then on it counts no more. */
  expiresAt: string;
}
