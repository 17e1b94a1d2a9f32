const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/**
 * A span such as `24h` in milliseconds; 0 without one, and for what is none.
 *
 * @public
 */
export function spanMilliseconds(span: string | undefined): number {
  const match = /^(\d{1,6})([smhd])$/.exec(span ?? '');
  return match ? Number(match[1]) * UNITS[match[2] as keyof typeof UNITS] : 0;
}

/**
 * What the facts make of an assumption: a contradiction takes it to be false
 * for longer than its `for`, and what nobody knows is neither.
 *
 * @public
 */
export type AssumptionVerdict = 'holds' | 'contradicted' | 'unknown';

/**
 * @param falseSince - since when it has been false, milliseconds; undefined
 *   while it is true
 * @param forMs - how long it may be
 *
 * @public
 */
export function judgeAssumption(input: {
  outcome: 'true' | 'false' | 'unknown';
  falseSince: number | undefined;
  forMs: number;
  now: number;
}): AssumptionVerdict {
  const { outcome, falseSince, forMs, now } = input;
  if (outcome === 'unknown') {
    return 'unknown';
  }
  return outcome === 'false' &&
    falseSince !== undefined &&
    now - falseSince >= forMs
    ? 'contradicted'
    : 'holds';
}

/**
 * What the assumptions of a record come to together: one that is contradicted
 * contradicts it, one that is unknown leaves it unknown.
 *
 * @public
 */
export function worstAssumption(
  states: readonly AssumptionVerdict[],
): AssumptionVerdict | 'none' {
  if (states.includes('contradicted')) {
    return 'contradicted';
  }
  if (states.includes('unknown')) {
    return 'unknown';
  }
  return states.length > 0 ? 'holds' : 'none';
}
