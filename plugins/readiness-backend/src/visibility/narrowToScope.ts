import { narrowToScope as narrowToResources } from '@airworthy/plugin-readiness-node';
import type { Knex } from 'knex';
import { inValues } from '../database';
import type { Scope } from './Scope';

/**
 * Leaves of a query over `entities as e` only what the reader may see.
 */
export function narrowToScope<TQuery extends Knex.QueryBuilder>(
  knex: Knex,
  query: TQuery,
  scope: Scope,
): TQuery {
  return narrowToResources(knex, query, scope, (builder, { owners }) => {
    // An absent owner must compare as one: `not null` would be no answer, and
    // hide what a negated condition allows.
    builder.whereNotNull('e.owner').where(inValues(knex, 'e.owner', owners));
  });
}
