import type {
  RollupBy,
  ScorecardFilters,
} from '@airworthy/plugin-readiness-common';

/** What services are rolled up by in the table. */
export const rollupChoices = ['owner', 'system', 'domain', 'tier'] as const;
/** One of {@link rollupChoices}. */
export type RollupChoice = (typeof rollupChoices)[number] & RollupBy;

/** What the table can be ordered by. */
export const teamSorts = [
  'name',
  'services',
  'rate',
  'fail',
  'unknown',
  'accepted',
  'near',
  'change',
] as const;
/** One of {@link teamSorts}. */
export type TeamSort = (typeof teamSorts)[number];

/** Everything about the overview that the URL says. */
export interface OverviewState {
  environment?: string;
  owner: string[];
  system: string[];
  tier: string[];
  by: RollupChoice;
  sort: TeamSort;
  descending: boolean;
}

/** Reads the state off the query; what cannot be read is left out. */
export function parseOverviewState(query: URLSearchParams): OverviewState {
  const sort = query.get('sort') ?? '';
  const name = sort.replace(/^-/, '');
  return {
    environment: query.get('environment') || undefined,
    owner: query.getAll('owner'),
    system: query.getAll('system'),
    tier: query.getAll('tier').filter(tier => /^\d{1,2}$/.test(tier)),
    by: rollupChoices.find(by => by === query.get('by')) ?? 'owner',
    sort: teamSorts.find(candidate => candidate === name) ?? 'rate',
    descending: sort.startsWith('-'),
  };
}

/** The query with some of the state changed; what is usual is not written. */
export function withOverviewState(
  query: URLSearchParams,
  change: Partial<OverviewState>,
): URLSearchParams {
  const state = { ...parseOverviewState(query), ...change };
  const next = new URLSearchParams(query);
  const set = (name: string, values: readonly string[]) => {
    next.delete(name);
    values.forEach(value => next.append(name, value));
  };
  set('owner', state.owner);
  set('system', state.system);
  set('tier', state.tier);
  set('by', state.by === 'owner' ? [] : [state.by]);
  const sort = `${state.descending ? '-' : ''}${state.sort}`;
  set('sort', sort === 'rate' ? [] : [sort]);
  return next;
}

/** The filters as the API takes them. */
export function overviewFilters(state: OverviewState): ScorecardFilters {
  return {
    environment: state.environment,
    owner: state.owner,
    system: state.system,
    tier: state.tier.map(Number),
  };
}
