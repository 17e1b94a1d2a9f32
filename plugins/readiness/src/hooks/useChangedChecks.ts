import type { Scorecard } from '@airworthy/plugin-readiness-common';
import { useRef } from 'react';

/** Which statuses differ from those that the page showed before. */
export interface ChangedChecks {
  checks: ReadonlySet<string>;
  /** ISO 8601: the evaluation that changed them. */
  evaluatedAt: string;
}

/** Checks whose status differs between two scorecards. */
export function changedChecks(before: Scorecard, after: Scorecard) {
  const statuses = new Map(
    before.questions.flatMap(question =>
      question.checks.map(check => [check.id, check.status] as const),
    ),
  );
  return new Set(
    after.questions.flatMap(question =>
      question.checks
        .filter(check => statuses.get(check.id) !== check.status)
        .map(check => check.id),
    ),
  );
}

/**
 * The latest change of a scorecard while it is on the page; `undefined` until
 * there is one. Another entity or environment begins anew.
 */
export function useChangedChecks(
  scorecard: Scorecard | undefined,
): ChangedChecks | undefined {
  const shownRef = useRef<Scorecard | undefined>();
  const changeRef = useRef<ChangedChecks | undefined>();
  const shown = shownRef.current;
  if (scorecard && scorecard !== shown) {
    shownRef.current = scorecard;
    if (
      shown?.entityRef !== scorecard.entityRef ||
      shown.environment !== scorecard.environment
    ) {
      changeRef.current = undefined;
    } else {
      const checks = changedChecks(shown, scorecard);
      if (checks.size > 0) {
        changeRef.current = { checks, evaluatedAt: scorecard.evaluatedAt };
      }
    }
  }
  return changeRef.current;
}
