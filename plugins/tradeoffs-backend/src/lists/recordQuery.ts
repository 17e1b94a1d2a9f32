import {
  narrowToScope,
  type Scope as ResourceScope,
} from '@airworthy/plugin-readiness-node';
import type { RecordQuery } from '@airworthy/plugin-tradeoffs-common';
import type { Knex } from 'knex';
import { inValues } from '../database';
import type { RecordFilter } from '../permissions';

/** What one reader may see of records. */
export type Scope = ResourceScope<RecordFilter>;

/** What a list is narrowed by; `mine` are the refs that the caller answers to. */
export interface RecordFilters
  extends Pick<
    RecordQuery,
    'q' | 'status' | 'owner' | 'system' | 'axis' | 'entity' | 'state'
  > {
  mine?: readonly string[];
  ids?: readonly string[];
}

/** Ranks records: those that need somebody come first. */
export const RANK = `case
  when r.in_force and r.state = 'contradicted' then 0
  when r.status = 'unparsable' then 1
  when r.in_force and r.review_at < ? then 2
  when r.in_force and r.state = 'unknown' then 3
  when r.in_force then 4
  when r.status in ('proposed', 'draft') then 5
  else 6 end`;

/** SQL conditions of the states; each takes the time once, or not at all. */
export const STATES = {
  contradicted: { sql: `(r.in_force and r.state = 'contradicted')`, now: 0 },
  overdue: { sql: '(r.in_force and r.review_at < ?)', now: 1 },
  unknown: { sql: `(r.in_force and r.state = 'unknown')`, now: 0 },
  broken: { sql: `(r.status = 'unparsable')`, now: 0 },
  'in-force': { sql: '(r.in_force)', now: 0 },
} as const;

/**
 * The records that a reader may see, as `r`, each with its own entity as `e`,
 * narrowed by filters.
 */
export function recordQuery(
  knex: Knex,
  scope: Scope,
  filters: RecordFilters,
  now: number,
): Knex.QueryBuilder {
  const query = knex('records as r')
    .leftJoin('record_entities as re', join =>
      join.on('re.record_id', 'r.id').andOnVal('re.position', 0),
    )
    .leftJoin('entities as e', join =>
      join.on('e.ref', 're.ref').andOnNull('e.deleted_at'),
    );
  narrowToRecords(knex, query, scope);
  if (filters.ids) {
    query.where(inValues(knex, 'r.id', filters.ids));
  }
  if (filters.q) {
    const pattern = likePattern(filters.q);
    query.where(builder =>
      builder
        .whereRaw(`r.search like ? escape '\\'`, [pattern])
        .orWhereRaw(`e.search like ? escape '\\'`, [pattern]),
    );
  }
  if (filters.status) {
    query.where(inValues(knex, 'r.status', filters.status));
  }
  narrowToRefs(knex, query, 'e.owner', filters.owner);
  narrowToRefs(knex, query, 'e.system', filters.system);
  if (filters.mine) {
    query.where(inValues(knex, 'e.owner', filters.mine));
  }
  if (filters.axis) {
    query.whereExists(
      knex('record_positions as p')
        .whereRaw('p.record_id = r.id')
        .where(inValues(knex, 'p.axis', filters.axis))
        .select(knex.raw('1')),
    );
  }
  if (filters.entity) {
    query.whereIn('r.id', recordsOf(knex, scope, filters.entity));
  }
  const { state: states } = filters;
  if (states) {
    query.where(builder => {
      for (const state of states) {
        const condition = STATES[state];
        builder.orWhereRaw(condition.sql, condition.now ? [now] : []);
      }
    });
  }
  return query;
}

/** Narrows a query over records `r` and their own entities `e`. */
function narrowToRecords(
  knex: Knex,
  query: Knex.QueryBuilder,
  scope: Scope,
): void {
  narrowToScope(knex, query, scope, (builder, filter) => {
    if (filter.kind === 'owner') {
      // An absent owner must compare as one: `not null` would be no answer.
      builder
        .whereNotNull('e.owner')
        .where(inValues(knex, 'e.owner', filter.refs));
      return;
    }
    builder.where(inner => {
      inner.whereRaw('1 = 0');
      for (const ref of filter.refs) {
        inner.orWhereRaw(`r.decision_makers like ? escape '\\'`, [
          `%|${escapeLike(ref)}|%`,
        ]);
      }
    });
  });
}

/** Narrows a query over entities `e` to those that the catalog shows. */
export function narrowToCatalog(
  knex: Knex,
  query: Knex.QueryBuilder,
  scope: Scope,
): void {
  narrowToScope(
    knex,
    query,
    scope.kind === 'some' ? { ...scope, conditions: undefined } : scope,
    () => {},
  );
}

/** Ids of records that name one of the entities, as far as those are seen. */
function recordsOf(
  knex: Knex,
  scope: Scope,
  entityRefs: readonly string[],
): Knex.QueryBuilder {
  const refs = entityRefs.map(ref => ref.toLocaleLowerCase('en-US'));
  const query = knex('record_entities as x')
    .where(inValues(knex, 'x.ref', refs))
    .select('x.record_id');
  if (scope.kind !== 'all') {
    query.join('entities as e', join =>
      join.on('e.ref', 'x.ref').andOnNull('e.deleted_at'),
    );
    narrowToCatalog(knex, query, scope);
  }
  return query;
}

/** References; an empty one stands for none. */
function narrowToRefs(
  knex: Knex,
  query: Knex.QueryBuilder,
  column: string,
  refs: readonly string[] | undefined,
): void {
  if (!refs) {
    return;
  }
  query.where(builder => {
    builder.where(inValues(knex, column, refs));
    if (refs.includes('')) {
      builder.orWhereNull(column);
    }
  });
}

/** Text anywhere, in any case. */
export function likePattern(text: string): string {
  return `%${escapeLike(text.toLocaleLowerCase('en-US'))}%`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, character => `\\${character}`);
}
