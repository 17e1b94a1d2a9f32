import type { RequestHandler } from 'express';
import {
  attestableFacts,
  countStatuses,
  ruleAsWritten,
  type CheckSummary,
} from '@airworthy/plugin-readiness-common';
import { unpackStatus } from '../../checklist/unpackStatus';
import type { StatusScan } from '../../fleet/StatusScan';
import { answer } from '../answer';
import type { RouteContext } from '../RouteContext';

/** Each check, its rule and how the fleet answers it. */
export function listChecks(
  context: RouteContext & { scan: StatusScan },
): RequestHandler {
  const { httpAuth, fleets, scan, checklist } = context;
  return answer<'listChecks'>(httpAuth, async ({ credentials, query }) => {
    const fleet = await fleets.resolve(credentials, query);
    const [rows, errors] = await Promise.all([
      scan.rows(fleet),
      scan.ruleErrors(fleet),
    ]);
    return {
      items: checklist.columns.map((column, index): CheckSummary => {
        const counts = countStatuses(
          rows.map(row => unpackStatus(row.statuses[index])),
        );
        const good = counts.pass + counts.accepted;
        const applicable = good + counts.fail + counts.unknown;
        return {
          id: column.id,
          question: column.question,
          level: column.level,
          title: column.title,
          rules: column.rules.map(ruleAsWritten),
          expected: column.expected,
          sameAs: column.config.sameAs ?? [],
          ruleOwner: column.ruleOwner,
          acceptable: column.acceptable,
          params: { ...column.config.params },
          counts,
          passRate: applicable === 0 ? 0 : good / applicable,
          facts: column.facts,
          sources: column.sourceKinds,
          attestable: attestableFacts(checklist.registry, column.facts).map(
            ({ name }) => name,
          ),
          error: errors.get(column.id),
        };
      }),
      inactive: [...checklist.inactive],
    };
  });
}
