import type {
  AssumptionJudge,
  EvaluationInput,
} from '@airworthy/plugin-readiness-common';
import type { ClaimedAssumption } from '../evaluate/ScorecardStore';
import type { PendingReport } from './TradeoffSync';

/** An age is told anew after this: less would be news with every run. */
const HOUR = 'YYYY-MM-DDTHH'.length;

/**
 * Judges what records assume about an entity.
 *
 * @returns what differs from what was reported last, and when time alone may
 *   change it
 */
export function judgeAssumptions(
  judge: AssumptionJudge,
  entityId: number,
  assumptions: readonly ClaimedAssumption[],
  input: EvaluationInput,
): { reports: PendingReport[]; nextExpiry?: number } {
  if (assumptions.length === 0) {
    return { reports: [] };
  }
  const { judged, nextExpiry } = judge.judge(
    input,
    assumptions.map(({ rule }) => rule),
  );
  const reports = assumptions.flatMap(
    ({ recordId, assumptionId, rule, reported }, index) => {
      const verdict = judged[index];
      const fingerprint = JSON.stringify([
        rule,
        { ...verdict, observedAt: verdict.observedAt?.slice(0, HOUR) },
      ]);
      return fingerprint === reported
        ? []
        : [
            {
              ...verdict,
              entityId,
              entityRef: input.entity.ref,
              recordId,
              assumptionId,
              rule,
              fingerprint,
            },
          ];
    },
  );
  return { reports, ...(nextExpiry !== undefined && { nextExpiry }) };
}
