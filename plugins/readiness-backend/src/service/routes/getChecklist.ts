import { ruleAsWritten } from '@airworthy/plugin-readiness-common';
import type { RequestHandler } from 'express';
import type { StoredChecklistVersion } from '../../checklist/ChecklistVersionStore';
import type { FleetCounts } from '../../fleet/FleetCounts';
import { answer } from '../answer';
import type { RouteContext } from '../RouteContext';

/** The checklist in force. It says nothing about any entity. */
export function getChecklist(
  context: RouteContext & {
    versions: readonly StoredChecklistVersion[];
    environments: readonly string[];
    counts: FleetCounts;
  },
): RequestHandler {
  const { httpAuth, checklist, version, versions, fleets } = context;
  return answer<'getChecklist'>(httpAuth, async ({ query }) => {
    const environment = fleets.environmentOf(query);
    const evaluatedAt = await context.counts.lastEvaluation(
      checklist.id,
      environment,
    );
    return {
      id: checklist.id,
      title: checklist.title,
      version,
      ...(evaluatedAt === undefined
        ? {}
        : { evaluatedAt: new Date(evaluatedAt).toISOString() }),
      environments: [...context.environments],
      levels: checklist.levels.map(({ id, title }) => ({ id, title })),
      questions: checklist.questions.map(
        ({ id, title, shortTitle, quality, number }) => ({
          id,
          title,
          shortTitle,
          quality,
          number,
        }),
      ),
      columns: checklist.columns.map(column => ({
        id: column.id,
        question: column.question,
        level: column.level,
        title: column.title,
        expected: column.expected,
        ruleOwner: column.ruleOwner,
        sameAs: column.config.sameAs ?? [],
        rules: column.rules.map(ruleAsWritten),
        acceptable: column.acceptable,
      })),
      inactive: [...checklist.inactive],
      versions: versions.map(({ at, columns: _, ...rest }) => ({
        ...rest,
        at: new Date(at).toISOString(),
      })),
    };
  });
}
