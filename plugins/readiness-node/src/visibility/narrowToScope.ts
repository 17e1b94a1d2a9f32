import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { Scope } from './Scope';

/**
 * Leaves of a query over `entities as e` only what the reader may see.
 *
 * @param addFilter - adds one condition of the plugin to a query
 *
 * @public
 */
export function narrowToScope<TQuery extends Knex.QueryBuilder, TFilter>(
  knex: Knex,
  query: TQuery,
  scope: Scope<TFilter>,
  addFilter: (query: Knex.QueryBuilder, filter: TFilter) => void,
): TQuery {
  if (scope.kind === 'all') {
    return query;
  }
  if (scope.kind === 'none') {
    query.whereRaw('1 = 0');
    return query;
  }
  if (scope.catalogSet !== undefined) {
    // Asked row by row, by key: twice as fast on SQLite as a list of ids.
    query.whereExists(
      knex('visible_entities as v')
        .where('v.set_id', scope.catalogSet)
        .whereRaw('v.entity_id = e.id')
        .select(knex.raw('1')),
    );
  }
  if (scope.conditions) {
    const { conditions } = scope;
    query.where(builder => addCriteria(builder, conditions, addFilter));
  }
  return query;
}

function addCriteria<TFilter>(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<TFilter>,
  addFilter: (query: Knex.QueryBuilder, filter: TFilter) => void,
): void {
  if (isAndCriteria(criteria)) {
    query.whereRaw('1 = 1');
    for (const part of criteria.allOf) {
      query.andWhere(builder => addCriteria(builder, part, addFilter));
    }
  } else if (isOrCriteria(criteria)) {
    query.whereRaw('1 = 0');
    for (const part of criteria.anyOf) {
      query.orWhere(builder => addCriteria(builder, part, addFilter));
    }
  } else if (isNotCriteria(criteria)) {
    query.whereNot(builder => addCriteria(builder, criteria.not, addFilter));
  } else {
    addFilter(query, criteria);
  }
}
