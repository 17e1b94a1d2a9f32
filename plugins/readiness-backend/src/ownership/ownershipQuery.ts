import type {
  OwnershipFindingType,
  OwnershipSeverity,
} from '@airworthy/plugin-readiness-common';
import type { Knex } from 'knex';
import { inValues, isPostgres } from '../database';
import { narrowByIdentity, narrowByPlace } from '../fleet/fleetQuery';
import type { FleetFilters } from '../fleet/FleetFilters';
import { narrowToScope } from '../visibility/narrowToScope';
import type { Scope } from '../visibility/Scope';
import { SEVERITIES } from './types';

/** What findings are narrowed by. An absent filter leaves everything. */
export interface OwnershipFilter
  extends Pick<
    FleetFilters,
    'owners' | 'systems' | 'domains' | 'tiers' | 'kinds' | 'mine'
  > {
  findings?: OwnershipFindingType[];
  severities?: OwnershipSeverity[];
  /** Part of a name, a title or an owner, in any case. */
  text?: string;
  /** Owners of which one must own it: groups with all that is below them. */
  below?: string[];
}

/** Which findings a query is about, and who asks. */
export interface OwnershipView {
  scope: Scope;
  filter: OwnershipFilter;
}

/**
 * The findings (`f`) of living entities (`e`), and their audits (`a`), that the
 * reader may see and the filters leave.
 */
export function findingsQuery(
  knex: Knex,
  view: OwnershipView,
  options: {
    /** The first by rank are wanted, not all. */
    first?: boolean;
  } = {},
): Knex.QueryBuilder {
  const query = knex('ownership_findings as f');
  if (options.first && !isPostgres(knex)) {
    // SQLite keeps to the order of a cross join: it walks the ranks and stops
    // when the page is full.
    query.joinRaw('cross join entities as e on e.id = f.entity_id');
  } else {
    query.join('entities as e', 'e.id', 'f.entity_id');
  }
  const { findings, severities } = view.filter;
  if (findings) {
    query.where(inValues(knex, 'f.finding', findings));
  }
  if (severities) {
    query.where(
      inValues(
        knex,
        'f.severity',
        severities.map(severity => SEVERITIES.indexOf(severity) + 1),
      ),
    );
  }
  query.whereNull('e.deleted_at');
  return narrow(knex, query, view);
}

/** The audits (`a`) of living entities (`e`), whatever was found about them. */
export function auditsQuery(
  knex: Knex,
  view: OwnershipView,
): Knex.QueryBuilder {
  return narrow(
    knex,
    knex('ownership_audits as a')
      .join('entities as e', 'e.id', 'a.entity_id')
      .whereNull('e.deleted_at'),
    view,
  );
}

/** What became of entities (`e`) over time (`t`), those that are gone too. */
export function transitionsQuery(
  knex: Knex,
  view: OwnershipView,
): Knex.QueryBuilder {
  return narrow(
    knex,
    knex('ownership_transitions as t').join(
      'entities as e',
      'e.id',
      't.entity_id',
    ),
    view,
  );
}

function narrow(
  knex: Knex,
  query: Knex.QueryBuilder,
  { scope, filter }: OwnershipView,
): Knex.QueryBuilder {
  narrowToScope(knex, query, scope);
  narrowByIdentity(knex, query, { kinds: filter.kinds });
  narrowByPlace(knex, query, filter);
  if (filter.below) {
    query.where(inValues(knex, 'e.owner', filter.below));
  }
  if (filter.text) {
    const pattern = `%${filter.text
      .toLocaleLowerCase('en-US')
      .replace(/[!%_]/g, wildcard => `!${wildcard}`)}%`;
    query.whereRaw(
      "(e.search like ? escape '!' or coalesce(e.owner, '') like ? escape '!')",
      [pattern, pattern],
    );
  }
  return query;
}
