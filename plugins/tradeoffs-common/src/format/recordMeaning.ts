import type { TradeoffRecord } from '../model/types';

/**
 * What a person agrees to in accepting a record, as a text that two versions of
 * it share where they mean the same: white space, links and people aside. The
 * dates are part of it, since they say how long its acceptances last.
 *
 * @public
 */
export function recordMeaning(record: TradeoffRecord): string {
  return JSON.stringify([
    record.title,
    record.entityRefs,
    record.tradeoffs,
    record.accepts,
    record.lastReviewedOn ?? record.date ?? '',
    record.reviewIn ?? '',
    record.body.replace(/\s+/g, ' ').trim(),
  ]);
}
