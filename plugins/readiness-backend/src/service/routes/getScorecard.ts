import type { RequestHandler } from 'express';
import {
  explainScorecard,
  type CheckExplanation,
  type Scorecard,
} from '@airworthy/plugin-readiness-common';
import type { StoredChecklistVersion } from '../../checklist/ChecklistVersionStore';
import type {
  ScorecardReader,
  ScorecardSince,
} from '../../fleet/ScorecardReader';
import { answer } from '../answer';
import type { EntityGuard } from '../EntityGuard';
import type { RouteContext } from '../RouteContext';

/** One scorecard, explained from the facts that decided it. */
export function getScorecard(
  context: RouteContext & {
    reader: ScorecardReader;
    guard: EntityGuard;
    versions: readonly StoredChecklistVersion[];
  },
): RequestHandler {
  const { httpAuth, checklist, version, reader, guard, versions } = context;
  return answer<'getScorecard'>(
    httpAuth,
    async ({ credentials, path, query }) => {
      const { fleet, stored } = await guard.find(credentials, path, query);
      const scorecard = explainScorecard(checklist, stored);
      const since = await reader.since(fleet, stored.entityId);
      return {
        ...withSince(scorecard, since, versions),
        checklist: { ...scorecard.checklist, version },
      };
    },
  );
}

/**
 * A status that never changed holds since the scorecard was first filled in, or
 * since its check was added. So does one that new evidence filled in after its
 * last change on record.
 */
function withSince(
  scorecard: Scorecard,
  since: ScorecardSince,
  versions: readonly StoredChecklistVersion[],
): Scorecard {
  const sinceOf = (check: CheckExplanation): number | undefined => {
    const last = since.checks.get(check.id);
    if (last?.to === check.status) {
      return last.at;
    }
    const added = versions.find(version => version.added.includes(check.id));
    const begun = [since.first, added?.at].filter(at => at !== undefined);
    return begun.length > 0 ? Math.max(...begun) : undefined;
  };
  return {
    ...scorecard,
    ...time('levelSince', since.level),
    questions: scorecard.questions.map(question => ({
      ...question,
      checks: question.checks.map(check => ({
        ...check,
        ...time('since', sinceOf(check)),
      })),
    })),
  };
}

function time<TKey extends string>(
  key: TKey,
  at: number | undefined,
): Partial<Record<TKey, string>> {
  const result: Partial<Record<TKey, string>> = {};
  if (at !== undefined) {
    result[key] = new Date(at).toISOString();
  }
  return result;
}
