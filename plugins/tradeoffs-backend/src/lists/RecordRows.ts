import type {
  RecordRow,
  RecordRowStatus,
} from '@airworthy/plugin-tradeoffs-common';
import type { Knex } from 'knex';
import {
  inValues,
  type RecordAcceptRow,
  type RecordEntityRow,
  type RecordPositionRow,
  type RecordRowStored,
} from '../database';
import { narrowToCatalog, recordQuery, type Scope } from './recordQuery';

/** What a query of records has to select for a row. */
export type SelectedRecord = Omit<
  RecordRowStored,
  'content' | 'problems' | 'pending'
> & {
  own_ref: string | null;
  owner: string | null;
  system: string | null;
  is_pending: boolean | number;
};

/** The columns of {@link SelectedRecord}. */
export function selectRecord(
  knex: Knex,
  query: Knex.QueryBuilder,
): Knex.QueryBuilder {
  return query.select(
    'r.id',
    'r.origin',
    'r.repository',
    'r.file',
    'r.file_url',
    'r.name',
    'r.title',
    'r.status',
    'r.format',
    'r.date',
    'r.reversibility',
    'r.decision_makers',
    'r.truncated',
    'r.proposal',
    'r.revision',
    'r.review_due',
    'r.review_at',
    'r.links',
    'r.problem_count',
    'r.error_count',
    'r.line',
    'r.meaning',
    'r.supersedes',
    'r.superseded_by',
    'r.in_force',
    'r.state',
    'r.created_at',
    'r.updated_at',
    'e.owner',
    'e.system',
    're.ref as own_ref',
    knex.raw('(r.pending is not null) as is_pending'),
  );
}

/** Turns what was selected into rows: one statement for each kind of part. */
export class RecordRows {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async build(
    selected: readonly SelectedRecord[],
    scope: Scope,
    now: number,
  ): Promise<RecordRow[]> {
    if (selected.length === 0) {
      return [];
    }
    const knex = this.#knex;
    const ids = selected.map(record => record.id);
    const [entities, shown, positions, accepts, linked] = await Promise.all([
      knex<RecordEntityRow>('record_entities')
        .where(inValues(knex, 'record_id', ids))
        .orderBy('position'),
      this.#shownRefs(ids, scope),
      knex<RecordPositionRow>('record_positions')
        .where(inValues(knex, 'record_id', ids))
        .orderBy('axis'),
      knex<RecordAcceptRow>('record_accepts')
        .where(inValues(knex, 'record_id', ids))
        .orderBy('check_id'),
      this.#seenIds(
        selected.flatMap(record => [
          ...readIds(record.supersedes),
          ...(record.superseded_by ? [record.superseded_by] : []),
        ]),
        scope,
        now,
      ),
    ]);
    const refsOf = groupBy(entities);
    const positionsOf = groupBy(positions);
    const acceptsOf = groupBy(accepts);
    return selected.map(record => {
      const named = refsOf.get(record.id) ?? [];
      const refs = named
        .map(({ ref }) => ref)
        .filter(ref => shown === 'all' || shown.has(ref));
      const supersedes = readIds(record.supersedes).filter(id =>
        linked.has(id),
      );
      const checks = (acceptsOf.get(record.id) ?? []).map(row => row.check_id);
      return {
        id: record.id,
        name: record.name,
        title: record.title,
        // Written from the words that a record may have.
        status: record.status as RecordRowStatus,
        ...(record.date !== null && { date: record.date }),
        entityRefs: refs,
        redactedEntities: named.length - refs.length,
        ...(record.owner !== null && { owner: record.owner }),
        ...(record.system !== null &&
          (shown === 'all' || shown.has(record.system)) && {
            system: record.system,
          }),
        format: record.format as RecordRow['format'],
        ...(record.reversibility !== null && {
          reversibility: record.reversibility as RecordRow['reversibility'],
        }),
        ...(record.file !== null && { file: record.file }),
        ...(record.file_url !== null && { fileUrl: record.file_url }),
        ...(record.line !== null && { line: record.line }),
        origin: record.origin,
        ...(Boolean(record.is_pending) && { pending: true }),
        positions: (positionsOf.get(record.id) ?? []).map(
          ({ axis, position }) => ({ axis, position }),
        ),
        review: {
          ...(record.review_due !== null && { due: record.review_due }),
          overdue:
            Boolean(record.in_force) &&
            record.review_at !== null &&
            Number(record.review_at) < now,
        },
        state: record.state as RecordRow['state'],
        accepts: checks.length,
        acceptedChecks: checks,
        problems: record.problem_count,
        errors: record.error_count,
        ...(supersedes.length > 0 && { supersedes }),
        ...(record.superseded_by !== null &&
          linked.has(record.superseded_by) && {
            supersededBy: record.superseded_by,
          }),
      };
    });
  }

  /** Of the entities that records name, and of their systems: those seen. */
  async #shownRefs(
    ids: readonly string[],
    scope: Scope,
  ): Promise<'all' | Set<string>> {
    if (
      scope.kind === 'all' ||
      (scope.kind === 'some' && scope.catalogSet === undefined)
    ) {
      return 'all';
    }
    const knex = this.#knex;
    const named = knex('record_entities as x')
      .where(inValues(knex, 'x.record_id', ids))
      .select('x.ref');
    const systems = knex('record_entities as x')
      .join('entities as o', 'o.ref', 'x.ref')
      .where(inValues(knex, 'x.record_id', ids))
      .whereNotNull('o.system')
      .select('o.system');
    const query = knex('entities as e')
      .whereNull('e.deleted_at')
      .where(builder =>
        builder.whereIn('e.ref', named).orWhereIn('e.ref', systems),
      );
    narrowToCatalog(knex, query, scope);
    return new Set<string>(await query.pluck('e.ref'));
  }

  async #seenIds(
    ids: readonly string[],
    scope: Scope,
    now: number,
  ): Promise<Set<string>> {
    if (ids.length === 0) {
      return new Set();
    }
    return new Set<string>(
      await recordQuery(this.#knex, scope, { ids }, now).pluck('r.id'),
    );
  }
}

/** Ids that are kept as JSON. */
export function readIds(text: string): string[] {
  // Written by ourselves.
  return JSON.parse(text) as string[];
}

function groupBy<TRow extends { record_id: string }>(
  rows: readonly TRow[],
): Map<string, TRow[]> {
  const groups = new Map<string, TRow[]>();
  for (const row of rows) {
    const group = groups.get(row.record_id);
    if (group) {
      group.push(row);
    } else {
      groups.set(row.record_id, [row]);
    }
  }
  return groups;
}
