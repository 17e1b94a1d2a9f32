import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { RequestHandler } from 'express';
import type {
  CompiledChecklist,
  ScorecardRow,
} from '@airworthy/plugin-readiness-common';
import { unpackStatus } from '../../checklist/unpackStatus';
import type { Fleet } from '../../fleet/fleetQuery';
import type { ScorecardList } from '../../fleet/ScorecardList';
import { readRequest } from '../answer';
import type { RouteContext } from '../RouteContext';

const COLUMNS = [
  'entity',
  'title',
  'kind',
  'type',
  'lifecycle',
  'tier',
  'owner',
  'system',
  'domain',
  'level',
  'score',
  'pass',
  'fail',
  'unknown',
  'not applicable',
  'accepted',
  'preview',
  'evaluated at',
];

/** One row for each entity, one column for each check, as it is read. */
export function exportScorecards(
  context: RouteContext & { list: ScorecardList },
): RequestHandler {
  const { httpAuth, fleets, list, checklist } = context;
  return async (request, response) => {
    const { credentials, query } = await readRequest<'exportScorecards'>(
      request,
      httpAuth,
    );
    const fleet = await fleets.resolve(credentials, query);
    response.setHeader('content-type', 'text/csv; charset=utf-8');
    response.setHeader(
      'content-disposition',
      'attachment; filename="readiness.csv"',
    );
    await pipeline(
      rowsOf(list, fleet, checklist),
      stringify({
        header: true,
        columns: [...COLUMNS, ...checklist.columns.map(column => column.id)],
        // A spreadsheet would run what begins like a formula.
        escape_formulas: true,
      }),
      response,
    );
  };
}

async function* rowsOf(
  list: ScorecardList,
  fleet: Fleet,
  checklist: CompiledChecklist,
): AsyncGenerator<Array<string | number>> {
  for await (const page of list.all(fleet)) {
    for (const row of page) {
      yield cellsOf(row, checklist);
    }
  }
}

function cellsOf(
  row: ScorecardRow,
  checklist: CompiledChecklist,
): Array<string | number> {
  const { counts } = row;
  return [
    row.ref,
    row.title ?? '',
    row.kind,
    row.type ?? '',
    row.lifecycle ?? '',
    row.tier,
    row.owner ?? '',
    row.system ?? '',
    row.domain ?? '',
    row.level,
    row.score.toFixed(3),
    counts.pass,
    counts.fail,
    counts.unknown,
    counts['not-applicable'],
    counts.accepted,
    row.preview ? 'yes' : 'no',
    row.evaluatedAt,
    ...checklist.columns.map((_, index) => unpackStatus(row.statuses[index])),
  ];
}
