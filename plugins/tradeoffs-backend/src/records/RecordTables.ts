import type { Knex } from 'knex';
import {
  deleteRows,
  inValues,
  writeRows,
  type AssumptionRow,
  type RecordAcceptRow,
  type RecordEntityRow,
  type RecordPositionRow,
  type RecordRowStored,
  type RevisionRow,
} from '../database';
import type { ProjectedRecord } from './projectRecord';

/** A record to write: its own columns, and what follows from its text. */
export interface RecordToWrite {
  row: RecordRowStored;
  projected: Omit<ProjectedRecord, 'columns'>;
}

const RECORD_COLUMNS = [
  'id',
  'origin',
  'repository',
  'file',
  'file_url',
  'name',
  'title',
  'status',
  'format',
  'date',
  'reversibility',
  'decision_makers',
  'content',
  'truncated',
  'pending',
  'proposal',
  'revision',
  'review_due',
  'review_at',
  'links',
  'problems',
  'problem_count',
  'error_count',
  'line',
  'meaning',
  'search',
  'hash',
  'supersedes',
  'superseded_by',
  'in_force',
  'state',
  'created_at',
  'updated_at',
] satisfies Array<keyof RecordRowStored>;

const ASSUMPTION_COLUMNS = [
  'record_id',
  'ref',
  'assumption_id',
  'rule',
  'for_ms',
  'outcome',
  'state',
  'value',
  'source',
  'url',
  'observed_at',
  'reason',
  'false_since',
  'since',
  'due_at',
] satisfies Array<keyof AssumptionRow>;

const REVISION_COLUMNS = [
  'record_id',
  'revision',
  'at',
  'by_ref',
  'origin',
  'change',
  'title',
  'status',
  'content',
] satisfies Array<keyof RevisionRow>;

const PARTS = [
  'record_entities',
  'record_positions',
  'record_accepts',
  'record_assumptions',
] as const;

/**
 * Writes records with all their parts, in a few statements for any number of
 * them. An assumption keeps what is known of it while its rule stays.
 */
export async function writeRecords(
  knex: Knex,
  records: readonly RecordToWrite[],
  now: number,
): Promise<void> {
  if (records.length === 0) {
    return;
  }
  const ids = records.map(({ row }) => row.id);
  const known = new Map(
    (
      await knex<AssumptionRow>('record_assumptions').where(
        inValues(knex, 'record_id', ids),
      )
    ).map(row => [keyOf(row), row]),
  );
  await writeRows<RecordRowStored>(knex, {
    table: 'records',
    columns: RECORD_COLUMNS,
    rows: records.map(({ row }) => row),
    conflict: { key: ['id'], update: { columns: RECORD_COLUMNS } },
  });
  await deleteParts(knex, ids);
  await writeRows<RecordEntityRow>(knex, {
    table: 'record_entities',
    columns: ['record_id', 'position', 'ref'],
    rows: records.flatMap(({ row, projected }) =>
      projected.entities.map(entity => ({ record_id: row.id, ...entity })),
    ),
  });
  await writeRows<RecordPositionRow>(knex, {
    table: 'record_positions',
    columns: ['record_id', 'axis', 'position'],
    rows: records.flatMap(({ row, projected }) =>
      projected.positions.map(position => ({ record_id: row.id, ...position })),
    ),
  });
  await writeRows<RecordAcceptRow>(knex, {
    table: 'record_accepts',
    columns: ['record_id', 'check_id', 'until_at', 'ended_by'],
    rows: records.flatMap(({ row, projected }) =>
      projected.accepts.map(accept => ({ record_id: row.id, ...accept })),
    ),
  });
  await writeRows<AssumptionRow>(knex, {
    table: 'record_assumptions',
    columns: ASSUMPTION_COLUMNS,
    rows: records.flatMap(({ row, projected }) =>
      projected.assumptions.map((assumption): AssumptionRow => {
        const fresh: AssumptionRow = {
          record_id: row.id,
          ...assumption,
          outcome: 'unknown',
          state: 'unknown',
          value: null,
          source: null,
          url: null,
          observed_at: null,
          reason: null,
          false_since: null,
          since: now,
          due_at: null,
        };
        const before = known.get(keyOf(fresh));
        return before?.rule === fresh.rule &&
          Number(before.for_ms) === fresh.for_ms
          ? before
          : fresh;
      }),
    ),
  });
}

/** Puts texts on record. */
export async function writeRevisions(
  knex: Knex,
  revisions: readonly RevisionRow[],
): Promise<void> {
  await writeRows<RevisionRow>(knex, {
    table: 'revisions',
    columns: REVISION_COLUMNS,
    rows: revisions,
    conflict: { key: ['record_id', 'revision'] },
  });
}

/** Removes records and all that hangs on them. */
export async function deleteRecords(
  knex: Knex,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) {
    return;
  }
  await deleteParts(knex, ids);
  for (const table of [
    'revisions',
    'confirmations',
    'notices',
    'record_designs',
  ]) {
    await knex(table).where(inValues(knex, 'record_id', ids)).delete();
  }
  await deleteRows<Pick<RecordRowStored, 'id'>>(knex, {
    table: 'records',
    columns: ['id'],
    rows: ids.map(id => ({ id })),
  });
}

async function deleteParts(knex: Knex, ids: readonly string[]): Promise<void> {
  for (const table of PARTS) {
    await knex(table).where(inValues(knex, 'record_id', ids)).delete();
  }
}

function keyOf(
  row: Pick<AssumptionRow, 'record_id' | 'ref' | 'assumption_id'>,
): string {
  return JSON.stringify([row.record_id, row.ref, row.assumption_id]);
}
