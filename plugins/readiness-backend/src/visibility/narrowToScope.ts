import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { inValues } from '../database';
import type { Scope } from './Scope';
import type { ScorecardFilter } from './scorecardRules';

/**
 * Leaves of a query over `entities as e` only what the reader may see.
 */
export function narrowToScope<TQuery extends Knex.QueryBuilder>(
  knex: Knex,
  query: TQuery,
  scope: Scope,
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
  if (scope.scorecards) {
    const { scorecards } = scope;
    query.where(builder => addCriteria(knex, builder, scorecards));
  }
  return query;
}

function addCriteria(
  knex: Knex,
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<ScorecardFilter>,
): void {
  if (isAndCriteria(criteria)) {
    query.whereRaw('1 = 1');
    for (const part of criteria.allOf) {
      query.andWhere(builder => addCriteria(knex, builder, part));
    }
  } else if (isOrCriteria(criteria)) {
    query.whereRaw('1 = 0');
    for (const part of criteria.anyOf) {
      query.orWhere(builder => addCriteria(knex, builder, part));
    }
  } else if (isNotCriteria(criteria)) {
    query.whereNot(builder => addCriteria(knex, builder, criteria.not));
  } else {
    // An absent owner must compare as one: `not null` would be no answer, and
    // hide what a negated condition allows.
    query
      .whereNotNull('e.owner')
      .where(inValues(knex, 'e.owner', criteria.owners));
  }
}
