import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';
import { explainScorecard } from '@airworthy/plugin-readiness-common';
import { answer } from '../answer';
import type { EntityGuard } from '../EntityGuard';
import type { RouteContext } from '../RouteContext';

/** Whether one entity holds a level, and what blocks it: for pipelines. */
export function getGate(
  context: RouteContext & { guard: EntityGuard },
): RequestHandler {
  const { httpAuth, guard, checklist } = context;
  return answer<'getGate'>(httpAuth, async ({ credentials, path, query }) => {
    const ids = checklist.levels.map(level => level.id);
    const required = query.level ?? ids[0];
    if (!ids.includes(required)) {
      throw new InputError(
        `There is no level "${required}"; there are ${ids.join(', ')}`,
      );
    }
    const { stored } = await guard.find(credentials, path, query);
    const scorecard = explainScorecard(checklist, stored);
    const rank = ids.indexOf(required);
    return {
      pass: ids.indexOf(scorecard.level) >= rank,
      level: scorecard.level,
      required,
      blocking: scorecard.questions
        .flatMap(question => question.checks)
        .filter(
          check =>
            ids.indexOf(check.level) <= rank &&
            (check.status === 'fail' || check.status === 'unknown'),
        )
        .map(({ id, status, message }) => ({ check: id, status, message })),
    };
  });
}
