import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { RequestHandler } from 'express';
import type { OwnershipFinding } from '@airworthy/plugin-readiness-common';
import type { OwnershipReader, OwnershipView } from '../../ownership';
import { readRequest } from '../answer';
import {
  resolveOwnershipView,
  type OwnershipContext,
} from '../OwnershipContext';

const COLUMNS = [
  'entity',
  'title',
  'kind',
  'type',
  'tier',
  'owner',
  'system',
  'domain',
  'finding',
  'severity',
  'since',
  'evidence',
  'source',
  'evidence url',
  'suggested owner',
  'suggested because',
  'edit url',
];

/** One row for each finding, as it is read. */
export function exportOwnershipFindings(
  context: OwnershipContext,
): RequestHandler {
  return async (request, response) => {
    const { credentials, query } = await readRequest<'exportOwnershipFindings'>(
      request,
      context.httpAuth,
    );
    const view = await resolveOwnershipView(context, credentials, query);
    response.setHeader('content-type', 'text/csv; charset=utf-8');
    response.setHeader(
      'content-disposition',
      'attachment; filename="ownership.csv"',
    );
    await pipeline(
      rowsOf(context.ownership.reader, view),
      stringify({
        header: true,
        columns: COLUMNS,
        // A spreadsheet would run what begins like a formula.
        escape_formulas: true,
      }),
      response,
    );
  };
}

async function* rowsOf(
  reader: OwnershipReader,
  view: OwnershipView,
): AsyncGenerator<Array<string | number>> {
  for await (const page of reader.all(view)) {
    for (const finding of page) {
      yield cellsOf(finding);
    }
  }
}

function cellsOf(finding: OwnershipFinding): Array<string | number> {
  return [
    finding.ref,
    finding.title ?? '',
    finding.kind,
    finding.type ?? '',
    finding.tier,
    finding.owner ?? '',
    finding.system ?? '',
    finding.domain ?? '',
    finding.finding,
    finding.severity,
    finding.since,
    finding.evidence.text,
    finding.evidence.source,
    finding.evidence.url ?? '',
    finding.suggestion?.owner ?? '',
    finding.suggestion?.text ?? '',
    finding.editUrl ?? '',
  ];
}
