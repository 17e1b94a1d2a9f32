import { addSpan, endOfDay } from '../format/calendarDate';
import type { TradeoffRecord } from '../model/types';

/**
 * The day by which the record has to be looked at again, as `YYYY-MM-DD`:
 * `review_in` after the last review, else after its date.
 *
 * @public
 */
export function reviewDate(
  record: Pick<TradeoffRecord, 'lastReviewedOn' | 'date' | 'reviewIn'>,
): string | undefined {
  const from = record.lastReviewedOn ?? record.date;
  return from && record.reviewIn ? addSpan(from, record.reviewIn) : undefined;
}

/**
 * Whether the review is overdue. The day itself is still in time.
 *
 * @param now - milliseconds since the epoch
 *
 * @public
 */
export function isReviewOverdue(
  record: Pick<TradeoffRecord, 'lastReviewedOn' | 'date' | 'reviewIn'>,
  now: number,
): boolean {
  const due = reviewDate(record);
  return due !== undefined && now > endOfDay(due);
}
