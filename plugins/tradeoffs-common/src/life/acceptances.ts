import { endOfDay } from '../format/calendarDate';
import type { TradeoffRecord } from '../model/types';
import { reviewDate } from './review';

/**
 * A check that a record accepts, and when that ends.
 *
 * @public
 */
export interface CheckAcceptance {
  check: string;
  /** ISO 8601, UTC: the last moment at which it counts. */
  until: string;
  /** What ends it. */
  endedBy: 'until' | 'review';
}

/**
 * The checks that a record accepts, each until the earlier of its own end and
 * the record's review, at the end of that day in UTC. A record that is not
 * accepted accepts nothing, and an acceptance without any end does not count:
 * it would be a waiver for ever.
 *
 * @public
 */
export function checkAcceptances(record: TradeoffRecord): CheckAcceptance[] {
  if (record.status !== 'accepted') {
    return [];
  }
  const review = reviewDate(record);
  return record.accepts.flatMap(({ check, until }): CheckAcceptance[] => {
    const endedByReview =
      review !== undefined && (until === undefined || review < until);
    const end = endedByReview ? review : until;
    return end === undefined
      ? []
      : [
          {
            check,
            until: new Date(endOfDay(end)).toISOString(),
            endedBy: endedByReview ? 'review' : 'until',
          },
        ];
  });
}
