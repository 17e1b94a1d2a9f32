import type {
  FleetQuery,
  RecordQuery,
} from '@airworthy/plugin-tradeoffs-common';

/** Statuses and states that a list can be narrowed to, in the order of the filter. */
export const statuses = [
  'accepted',
  'proposed',
  'draft',
  'rejected',
  'deprecated',
  'superseded',
  'unparsable',
] as const;

/** @internal */
export const states = [
  'contradicted',
  'overdue',
  'unknown',
  'broken',
  'in-force',
] as const;

export type Scope = 'mine' | 'all';

/** What the URL says about the page of all records. */
export interface ListState {
  view: 'records' | 'fleet';
  q: string;
  /** Absent until the reader chooses. */
  scope?: Scope;
  status: string[];
  state: string[];
  owner: string[];
  system: string[];
  axis: string[];
}

const lists = ['status', 'state', 'owner', 'system', 'axis'] as const;

/** Reads the state off the query. */
export function parseListState(query: URLSearchParams): ListState {
  const scope = query.get('scope');
  const list = (name: string) =>
    query.getAll(name).filter(value => value !== '');
  return {
    view: query.get('view') === 'fleet' ? 'fleet' : 'records',
    q: query.get('q') ?? '',
    scope: scope === 'mine' || scope === 'all' ? scope : undefined,
    status: list('status'),
    state: list('state'),
    owner: list('owner'),
    system: list('system'),
    axis: list('axis'),
  };
}

/** The query with some of the state changed; what it does not know it keeps. */
export function withListState(
  query: URLSearchParams,
  change: Partial<ListState>,
): URLSearchParams {
  const next = new URLSearchParams(query);
  const state = { ...parseListState(query), ...change };
  const set = (name: string, value: string | undefined) =>
    value ? next.set(name, value) : next.delete(name);
  set('view', state.view === 'fleet' ? 'fleet' : undefined);
  set('q', state.q);
  set('scope', state.scope);
  for (const name of lists) {
    next.delete(name);
    for (const value of state[name]) {
      next.append(name, value);
    }
  }
  return next;
}

/** Whether anything but the scope narrows the list. */
export function isFiltered(state: ListState): boolean {
  return state.q !== '' || lists.some(name => state[name].length > 0);
}

/** The state without what narrows it. */
export const withoutFilters: Partial<ListState> = {
  q: '',
  status: [],
  state: [],
  owner: [],
  system: [],
  axis: [],
};

function known<TValue extends string>(
  values: readonly string[],
  all: readonly TValue[],
): TValue[] | undefined {
  const chosen = all.filter(value => values.includes(value));
  return chosen.length > 0 ? chosen : undefined;
}

function some(values: string[]): string[] | undefined {
  return values.length > 0 ? values : undefined;
}

/** The filters as the back end takes them; a value it does not know is dropped. */
export function recordQuery(state: ListState, scope: Scope): RecordQuery {
  return {
    ...fleetQuery(state, scope),
    status: known(state.status, statuses),
  };
}

/** The filters that the fleet view takes. */
export function fleetQuery(state: ListState, scope: Scope): FleetQuery {
  return {
    q: state.q.trim() || undefined,
    scope,
    state: known(state.state, states),
    owner: some(state.owner),
    system: some(state.system),
    axis: some(state.axis),
  };
}
