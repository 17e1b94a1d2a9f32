/** What the URL says about the tab. */
export interface EntityTabState {
  layout: 'axes' | 'records';
  /** The timeline as a table. */
  table: boolean;
}

/** Reads the state off the query. */
export function parseEntityTabState(query: URLSearchParams): EntityTabState {
  return {
    layout: query.get('layout') === 'records' ? 'records' : 'axes',
    table: query.get('timeline') === 'table',
  };
}

/** The query with some of the state changed; what it does not know it keeps. */
export function withEntityTabState(
  query: URLSearchParams,
  change: Partial<EntityTabState>,
): URLSearchParams {
  const next = new URLSearchParams(query);
  const state = { ...parseEntityTabState(query), ...change };
  const set = (name: string, value: string | undefined) =>
    value === undefined ? next.delete(name) : next.set(name, value);
  set('layout', state.layout === 'records' ? 'records' : undefined);
  set('timeline', state.table ? 'table' : undefined);
  return next;
}
