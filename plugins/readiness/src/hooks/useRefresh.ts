import { useApi } from '@backstage/core-plugin-api';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Scorecard } from '@airworthy/plugin-readiness-common';
import { readinessApiRef } from '../api/readinessApiRef';
import { problemOf, type Problem } from './problem';

/** What became of asking the sources again. */
export type RefreshOutcome =
  | { kind: 'changed'; checks: ReadonlySet<string> }
  | { kind: 'same' }
  | { kind: 'pending' }
  | { kind: 'failed'; problem: Problem };

/** @internal */
export interface Refresh {
  running: boolean;
  outcome?: RefreshOutcome;
  run: () => Promise<void>;
}

/** Milliseconds between two looks at the scorecard, and how many there are. */
const POLL = { interval: 1500, times: 20 };

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
 * Asks the sources of one service again. What is shown stays until the next
 * evaluation arrives; `onScorecard` then gets it.
 */
export function useRefresh(
  scorecard: Scorecard | undefined,
  onScorecard: (scorecard: Scorecard) => void,
): Refresh {
  const api = useApi(readinessApiRef);
  const [running, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<RefreshOutcome | undefined>();
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const run = useCallback(async () => {
    if (!scorecard) {
      return;
    }
    setRunning(true);
    setOutcome(undefined);
    let result: RefreshOutcome = { kind: 'pending' };
    try {
      const { entityRef, environment } = scorecard;
      await api.refreshScorecard(entityRef);
      for (let time = 0; time < POLL.times && mounted.current; time += 1) {
        await new Promise(resolve => setTimeout(resolve, POLL.interval));
        const newer = await api.getScorecard(entityRef, { environment });
        if (newer.evaluatedAt > scorecard.evaluatedAt) {
          const checks = changedChecks(scorecard, newer);
          result =
            checks.size > 0 ? { kind: 'changed', checks } : { kind: 'same' };
          if (mounted.current) {
            onScorecard(newer);
          }
          break;
        }
      }
    } catch (error) {
      result = { kind: 'failed', problem: problemOf(error, Date.now()) };
    }
    if (mounted.current) {
      setOutcome(result);
      setRunning(false);
    }
  }, [api, scorecard, onScorecard]);

  return { running, outcome, run };
}
