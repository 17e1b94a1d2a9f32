import type { TradeoffRecord } from '../model/types';
import { checkAcceptances, type CheckAcceptance } from './acceptances';

/**
 * Whether an acceptance counts, and if not, why.
 *
 * @public
 */
export type AcceptanceStatus =
  | 'counts'
  | 'awaiting-confirmation'
  | 'not-in-force'
  | 'lapsed'
  | 'superseded'
  | 'contradicted'
  | 'without-end';

/**
 * One check that a record accepts, and whether that counts.
 *
 * @public
 */
export interface JudgedAcceptance extends Partial<CheckAcceptance> {
  check: string;
  state: AcceptanceStatus;
  /** In words. */
  reason: string;
}

/**
 * What is known of a record besides its text.
 *
 * @public
 */
export interface RecordStanding {
  /** A permitted person confirmed what it means now. */
  confirmed: boolean;
  /** A record in force replaces it. */
  superseded: boolean;
  /** A fact contradicts one of its assumptions. */
  contradicted: boolean;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * The checks that a record names, each with whether its acceptance counts: the
 * record is accepted, confirmed, not superseded, not contradicted, and the end
 * has not come.
 *
 * @public
 */
export function judgeAcceptances(
  record: TradeoffRecord,
  standing: RecordStanding,
): JudgedAcceptance[] {
  const ends = new Map(
    checkAcceptances({ ...record, status: 'accepted' }).map(acceptance => [
      acceptance.check,
      acceptance,
    ]),
  );
  return record.accepts.map(({ check }) => {
    const end = ends.get(check);
    const [state, reason] = judge(record, end, standing);
    return { ...end, check, state, reason };
  });
}

function judge(
  record: TradeoffRecord,
  end: CheckAcceptance | undefined,
  standing: RecordStanding,
): [AcceptanceStatus, string] {
  if (standing.superseded || record.status === 'superseded') {
    return ['superseded', 'Another record took its place.'];
  }
  if (record.status !== 'accepted') {
    return ['not-in-force', `The record is ${record.status}, not accepted.`];
  }
  if (!end) {
    return [
      'without-end',
      'It has no end: give the acceptance a date, or the record a review.',
    ];
  }
  const day = end.until.slice(0, 10);
  if (Date.parse(end.until) < standing.now) {
    return [
      'lapsed',
      end.endedBy === 'review'
        ? `The review was due on ${day}.`
        : `It ended on ${day}.`,
    ];
  }
  if (standing.contradicted) {
    return ['contradicted', 'A fact contradicts what the record assumes.'];
  }
  if (!standing.confirmed) {
    return [
      'awaiting-confirmation',
      'It counts once a decision maker or the owner confirms it.',
    ];
  }
  return [
    'counts',
    end.endedBy === 'review' ? `Until the review on ${day}.` : `Until ${day}.`,
  ];
}
