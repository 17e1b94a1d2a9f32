import type { Status } from '@airworthy/plugin-readiness-common';
import { fullRef, shortRef } from '../fleet/entityNames';

/** What rows can be grouped by. */
export const groupings = ['none', 'system', 'owner', 'domain', 'tier'] as const;
/** One of {@link groupings}. */
export type Grouping = (typeof groupings)[number];

/** How rows can be sorted; `gain` is fewest checks to the next level first. */
export const sortings = ['gain', 'name', 'level', 'score'] as const;
/** One of {@link sortings}. */
export type Sorting = (typeof sortings)[number];

/** Whose services: `mine` are those of the reader and the reader's groups. */
export type Scope = 'mine' | 'all';

/** One cell: a service and a check. */
export interface CellAddress {
  ref: string;
  check: string;
}

/** Everything about the matrix that the URL says. */
export interface MatrixState {
  environment?: string;
  q: string;
  owner: string[];
  system: string[];
  domain: string[];
  tier: string[];
  lifecycle: string[];
  level: string[];
  /** Absent until the reader chooses. */
  scope?: Scope;
  /** Several on one check widen, on several checks narrow. */
  status: Array<{ check: string; status: Status }>;
  /** Only these services. */
  only: string[];
  group: Grouping;
  sort: Sorting;
  /** Ids of questions shown as one column. */
  folded: string[];
  /** Ids of checks that are not shown. */
  hidden: string[];
  /** Keys of groups whose services are not shown. */
  closed: string[];
  cell?: CellAddress;
  /** The service at the top: where the reader had scrolled to. */
  at?: string;
}

const statuses: Status[] = [
  'pass',
  'fail',
  'unknown',
  'not-applicable',
  'accepted',
];

/** The filters that hold several values. */
export const facets = [
  'owner',
  'system',
  'domain',
  'tier',
  'lifecycle',
  'level',
] as const;
/** One of {@link facets}. */
export type Facet = (typeof facets)[number];

/** Reads the state off the query; what cannot be read is left out. */
export function parseMatrixState(query: URLSearchParams): MatrixState {
  const list = (name: string) => query.getAll(name);
  const commas = (name: string) =>
    (query.get(name) ?? '').split(',').filter(Boolean);
  return {
    environment: query.get('environment') || undefined,
    q: query.get('q') ?? '',
    owner: list('owner'),
    system: list('system'),
    domain: list('domain'),
    tier: list('tier'),
    lifecycle: list('lifecycle'),
    level: list('level'),
    scope: (['mine', 'all'] as const).find(
      scope => scope === query.get('scope'),
    ),
    status: list('status').flatMap(parseStatusFilter),
    only: commas('only').map(ref => fullRef(ref)),
    group: groupings.find(name => name === query.get('group')) ?? 'system',
    sort: sortings.find(name => name === query.get('sort')) ?? 'gain',
    folded: commas('folded'),
    hidden: commas('hidden'),
    closed: list('closed'),
    cell: parseCell(query.get('cell')),
    at: query.get('at') || undefined,
  };
}

/** `disruption-budget:fail`, as the API writes it. */
function parseStatusFilter(text: string) {
  const colon = text.lastIndexOf(':');
  const check = text.slice(0, colon);
  const status = statuses.find(
    candidate => candidate === text.slice(colon + 1),
  );
  return check && status ? [{ check, status }] : [];
}

function parseCell(text: string | null): CellAddress | undefined {
  if (!text) {
    return undefined;
  }
  const slash = text.lastIndexOf('/');
  const ref = text.slice(0, slash);
  const check = text.slice(slash + 1);
  return slash > 0 && check ? { ref: fullRef(ref), check } : undefined;
}

/**
 * The query with some of the state changed. What is usual is not written, and
 * parameters that are not the matrix's stay.
 */
export function withMatrixState(
  query: URLSearchParams,
  change: Partial<MatrixState>,
): URLSearchParams {
  const state = { ...parseMatrixState(query), ...change };
  const next = new URLSearchParams(query);
  const set = (name: string, values: readonly string[]) => {
    next.delete(name);
    for (const value of values) {
      next.append(name, value);
    }
  };
  const one = (value: string | undefined) => (value ? [value] : []);
  set('environment', one(state.environment));
  set('q', one(state.q));
  for (const facet of facets) {
    set(facet, state[facet]);
  }
  set('scope', one(state.scope));
  set(
    'status',
    state.status.map(({ check, status }) => `${check}:${status}`),
  );
  set('only', one(state.only.map(ref => shortRef(ref)).join(',')));
  set('group', state.group === 'system' ? [] : [state.group]);
  set('sort', state.sort === 'gain' ? [] : [state.sort]);
  set('folded', one(state.folded.join(',')));
  set('hidden', one(state.hidden.join(',')));
  set('closed', state.closed);
  set(
    'cell',
    state.cell ? [`${shortRef(state.cell.ref)}/${state.cell.check}`] : [],
  );
  set('at', one(state.at));
  return next;
}

/** What takes every filter away; grouping, order and columns stay. */
export const withoutFilters: Partial<MatrixState> = {
  q: '',
  owner: [],
  system: [],
  domain: [],
  tier: [],
  lifecycle: [],
  level: [],
  scope: 'all',
  status: [],
  only: [],
  at: undefined,
};

/** Whether anything but the scope narrows the rows. */
export function isFiltered(state: MatrixState): boolean {
  return (
    state.q !== '' ||
    facets.some(facet => state[facet].length > 0) ||
    state.status.length > 0 ||
    state.only.length > 0
  );
}
