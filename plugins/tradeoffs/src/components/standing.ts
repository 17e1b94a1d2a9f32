import type { RecordRow } from '@airworthy/plugin-tradeoffs-common';

/**
 * How a record stands, as one word: `broken` where its file could not be read,
 * `contradicted` where live evidence speaks against it while it is accepted,
 * else where it is in its life; an accepted one is `in-force`.
 */
export type Standing =
  | 'in-force'
  | 'contradicted'
  | 'broken'
  | 'draft'
  | 'proposed'
  | 'rejected'
  | 'deprecated'
  | 'superseded';

/** @internal */
export function standingOf(row: Pick<RecordRow, 'status' | 'state'>): Standing {
  if (row.status === 'unparsable') {
    return 'broken';
  }
  if (row.status !== 'accepted') {
    return row.status;
  }
  return row.state === 'contradicted' ? 'contradicted' : 'in-force';
}

/** What to say about the next review of a record. */
export type ReviewNote =
  | { kind: 'overdue'; days: number }
  | { kind: 'soon'; days: number }
  | { kind: 'later'; due: string };

const DAY = 86_400_000;
/** From here on a review is worth a warning. */
const SOON_DAYS = 14;

/**
 * Whole days from today to a day, both in UTC; negative once it has passed.
 *
 * @param day - `YYYY-MM-DD`, or a moment as ISO 8601.
 * @param now - milliseconds since the epoch.
 */
export function daysUntil(day: string, now: number): number {
  const target = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Math.round((target - Math.floor(now / DAY) * DAY) / DAY);
}

/**
 * Only what is in force is reviewed: of other records there is nothing to say.
 *
 * @param now - milliseconds since the epoch.
 */
export function reviewNoteOf(
  row: Pick<RecordRow, 'status' | 'review'>,
  now: number,
): ReviewNote | undefined {
  const { due } = row.review;
  if (row.status !== 'accepted' || due === undefined) {
    return undefined;
  }
  const days = daysUntil(due, now);
  if (Number.isNaN(days)) {
    return undefined;
  }
  if (days < 0) {
    return { kind: 'overdue', days: -days };
  }
  return days <= SOON_DAYS ? { kind: 'soon', days } : { kind: 'later', due };
}
