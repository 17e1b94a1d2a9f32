import { packStatuses } from '@airworthy/plugin-readiness-common';
import type { Knex } from 'knex';
import { inValues, isPostgres } from '../database';
import { narrowToScope } from '../visibility/narrowToScope';
import type { Scope } from '../visibility/Scope';
import type { FleetFilters } from './FleetFilters';

/** Which scorecards a query is about, and who asks. */
export interface Fleet {
  checklist: string;
  environment: string;
  scope: Scope;
  filters: FleetFilters;
}

/**
 * The scorecards (`s`) of living entities (`e`) that the reader may see and the
 * filters leave. All lists and counts of the present begin here.
 */
export function fleetQuery(
  knex: Knex,
  fleet: Fleet,
  options: {
    /** The first rows by name are wanted, not all rows. */
    firstByName?: boolean;
  } = {},
): Knex.QueryBuilder {
  const query = (
    options.firstByName ? fromEntities(knex) : fromScorecards(knex)
  )
    .where('s.checklist', fleet.checklist)
    .where('s.environment', fleet.environment)
    .whereNull('e.deleted_at');
  narrowToScope(knex, query, fleet.scope);
  narrowByIdentity(knex, query, fleet.filters);
  narrowByPlace(knex, query, fleet.filters);
  narrowByScorecard(knex, query, fleet.filters);
  return query;
}

function fromScorecards(knex: Knex): Knex.QueryBuilder {
  return knex('scorecards as s').join('entities as e', 'e.id', 's.entity_id');
}

/**
 * SQLite keeps to the order of a cross join: it walks the index of names and
 * stops when the page is full, where it would read and sort the whole fleet.
 */
function fromEntities(knex: Knex): Knex.QueryBuilder {
  return isPostgres(knex)
    ? knex('entities as e').join('scorecards as s', 's.entity_id', 'e.id')
    : knex('entities as e').joinRaw(
        'cross join scorecards as s on s.entity_id = e.id',
      );
}

/** The filters that look at what never changes about an entity, on `e`. */
export function narrowByIdentity(
  knex: Knex,
  query: Knex.QueryBuilder,
  filters: FleetFilters,
): void {
  if (filters.text) {
    // `like` has wildcards of its own, which the text must not become.
    query.whereRaw("e.search like ? escape '!'", [
      `%${filters.text
        .toLocaleLowerCase('en-US')
        .replace(/[!%_]/g, wildcard => `!${wildcard}`)}%`,
    ]);
  }
  if (filters.kinds) {
    query.where(
      inValues(
        knex,
        'e.kind',
        filters.kinds.map(kind => kind.toLocaleLowerCase('en-US')),
      ),
    );
  }
  if (filters.entityRef !== undefined) {
    query.where('e.ref', filters.entityRef);
  }
}

/** The filters that look at the scorecard as it is now, on `s`. */
export function narrowByScorecard(
  knex: Knex,
  query: Knex.QueryBuilder,
  filters: FleetFilters,
): void {
  if (filters.levels) {
    query.where(inValues(knex, 's.level', filters.levels));
  }
  for (const { column, statuses } of filters.statuses ?? []) {
    const letters = Array.from(packStatuses(statuses));
    query.whereRaw(
      `lower(substr(s.statuses, ?, 1)) in (${letters
        .map(() => '?')
        .join(', ')})`,
      [column + 1, ...letters],
    );
  }
}

/** The filters that look at where an entity stands now, on `e`. */
export function narrowByPlace(
  knex: Knex,
  query: Knex.QueryBuilder,
  filters: FleetFilters,
): void {
  const texts: Array<[string, string[] | undefined]> = [
    ['owner', filters.owners],
    ['owner', filters.mine],
    ['system', filters.systems],
    ['domain', filters.domains],
    ['lifecycle', filters.lifecycles],
  ];
  for (const [column, wanted] of texts) {
    if (wanted) {
      query.where(builder => {
        builder.where(inValues(knex, `e.${column}`, wanted));
        if (wanted.includes('')) {
          builder.orWhereNull(`e.${column}`);
        }
      });
    }
  }
  if (filters.tiers) {
    query.where(inValues(knex, 'e.tier', filters.tiers));
  }
}
