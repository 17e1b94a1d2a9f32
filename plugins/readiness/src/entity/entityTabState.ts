import { parseCheckFilter, type CheckFilter } from './checkFilter';

/** What the URL says about the tab. */
export interface EntityTabState {
  filter: CheckFilter;
  /** The check to show. */
  check?: string;
  /** Ids of open questions; absent until the reader opens or closes one. */
  open?: string[];
}

/** Reads the state off the query. */
export function parseEntityTabState(query: URLSearchParams): EntityTabState {
  const open = query.get('open');
  return {
    filter: parseCheckFilter(query.get('status')),
    check: query.get('check') || undefined,
    open: open === null ? undefined : open.split(',').filter(Boolean),
  };
}

/** The query with some of the state changed; what it does not know it keeps. */
export function withEntityTabState(
  query: URLSearchParams,
  change: Partial<EntityTabState>,
): URLSearchParams {
  const next = new URLSearchParams(query);
  const state = { ...parseEntityTabState(query), ...change };
  const entries: Array<[string, string | undefined]> = [
    ['status', state.filter === 'all' ? undefined : state.filter],
    ['check', state.check],
    ['open', state.open?.join(',')],
  ];
  for (const [name, value] of entries) {
    if (value === undefined) {
      next.delete(name);
    } else {
      next.set(name, value);
    }
  }
  return next;
}
