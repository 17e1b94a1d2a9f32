import type {
  AttestableFact,
  CheckExplanation,
} from '@airworthy/plugin-readiness-common';

/**
 * The facts of a check that a person may vouch for: of those that it read and
 * of those that it misses.
 */
export function attestableFacts(
  check: Pick<CheckExplanation, 'evidence' | 'missing'>,
  attestable: readonly AttestableFact[],
): AttestableFact[] {
  const read = new Set(
    [...check.missing, ...check.evidence].map(({ fact }) => fact),
  );
  return attestable.filter(({ fact }) => read.has(fact));
}
