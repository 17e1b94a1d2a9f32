import { useApi } from '@backstage/core-plugin-api';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Scorecard } from '@airworthy/plugin-readiness-common';
import { problemOf, type Problem } from '@airworthy/plugin-readiness-react';
import { readinessApiRef } from '../api/readinessApiRef';
import { changedChecks } from './useChangedChecks';

/**
 * What became of asking the sources again, and the evaluation (ISO 8601) that
 * was known then.
 */
export type RefreshOutcome = { evaluatedAt: string } & (
  | { kind: 'changed'; checks: ReadonlySet<string> }
  | { kind: 'same' }
  | { kind: 'pending' }
  | { kind: 'failed'; problem: Problem }
);

/** @internal */
export interface Refresh {
  running: boolean;
  outcome?: RefreshOutcome;
  /** Asks the sources, then waits for the next evaluation. */
  run: () => Promise<void>;
  /** Waits for the next evaluation of what the caller changed. */
  follow: () => Promise<void>;
}

/** Milliseconds between two looks at the scorecard, and how many there are. */
const POLL = { interval: 1500, times: 20 };

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

  const start = useCallback(
    async (ask: boolean) => {
      if (!scorecard) {
        return;
      }
      setRunning(true);
      setOutcome(undefined);
      const known = scorecard.evaluatedAt;
      let result: RefreshOutcome = { kind: 'pending', evaluatedAt: known };
      try {
        const { entityRef, environment } = scorecard;
        if (ask) {
          await api.refreshScorecard(entityRef);
        }
        for (let time = 0; time < POLL.times && mounted.current; time += 1) {
          await new Promise(resolve => setTimeout(resolve, POLL.interval));
          const newer = await api.getScorecard(entityRef, { environment });
          if (newer.evaluatedAt > known) {
            const checks = changedChecks(scorecard, newer);
            const { evaluatedAt } = newer;
            result =
              checks.size > 0
                ? { kind: 'changed', checks, evaluatedAt }
                : { kind: 'same', evaluatedAt };
            if (mounted.current) {
              onScorecard(newer);
            }
            break;
          }
        }
      } catch (error) {
        result = {
          kind: 'failed',
          problem: problemOf(error, Date.now()),
          evaluatedAt: known,
        };
      }
      if (mounted.current) {
        setOutcome(result);
        setRunning(false);
      }
    },
    [api, scorecard, onScorecard],
  );

  const run = useCallback(() => start(true), [start]);
  const follow = useCallback(() => start(false), [start]);
  return { running, outcome, run, follow };
}
