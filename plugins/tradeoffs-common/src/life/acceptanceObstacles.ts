import type { TradeoffRecord } from '../model/types';
import { reviewDate } from './review';

/**
 * Why a record may not be accepted yet.
 *
 * @public
 */
export interface AcceptanceObstacle {
  code:
    | 'too-few-options'
    | 'no-chosen-option'
    | 'nothing-improves'
    | 'nothing-degrades'
    | 'no-owner'
    | 'no-review-date';
  message: string;
}

/**
 * What a record still needs before a person may accept it: at least two
 * options with the chosen one among them, one quality improved and one
 * degraded, somebody who decides, and a date to look again.
 *
 * @public
 */
export function acceptanceObstacles(
  record: TradeoffRecord,
): AcceptanceObstacle[] {
  const obstacles: AcceptanceObstacle[] = [];
  if (record.options.length < 2) {
    obstacles.push({
      code: 'too-few-options',
      message: `"Considered Options" lists ${record.options.length}: a tradeoff needs at least two`,
    });
  }
  const chosen = record.chosenOption;
  if (
    chosen === undefined ||
    !record.options.some(option => isSameOption(option, chosen))
  ) {
    obstacles.push({
      code: 'no-chosen-option',
      message: chosen
        ? `the chosen option "${chosen}" is not among the considered ones`
        : 'no option is chosen: write "Chosen option: …" below "Decision Outcome"',
    });
  }
  const effects = record.tradeoffs.flatMap(tradeoff =>
    tradeoff.qualityAttributes.map(attribute => attribute.effect),
  );
  if (!effects.includes('improves')) {
    obstacles.push({
      code: 'nothing-improves',
      message: 'no quality improves: say what was gained',
    });
  }
  if (!effects.includes('degrades')) {
    obstacles.push({
      code: 'nothing-degrades',
      message: 'no quality degrades: say what was given up',
    });
  }
  if (record.decisionMakers.length === 0) {
    obstacles.push({
      code: 'no-owner',
      message: 'decision-makers names nobody',
    });
  }
  if (reviewDate(record) === undefined) {
    obstacles.push({
      code: 'no-review-date',
      message: 'no review date: set last_reviewed_on and review_in',
    });
  }
  return obstacles;
}

function isSameOption(option: string, chosen: string): boolean {
  const plain = (text: string) =>
    text.toLocaleLowerCase('en-US').replace(/\s+/g, ' ').trim();
  return (
    plain(option) === plain(chosen) ||
    plain(option).startsWith(`${plain(chosen)}:`) ||
    plain(option).startsWith(`${plain(chosen)} –`)
  );
}
