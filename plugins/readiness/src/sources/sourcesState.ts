/** What the URL says about the page "Sources": which details are open. */
export interface SourcesState {
  open: string[];
}

/** Reads the state off the query. */
export function parseSourcesState(query: URLSearchParams): SourcesState {
  return { open: query.getAll('source') };
}

/** The query with the details of one source opened or closed. */
export function withSourceToggled(
  query: URLSearchParams,
  id: string,
): URLSearchParams {
  const { open } = parseSourcesState(query);
  const next = new URLSearchParams(query);
  next.delete('source');
  const ids = open.includes(id)
    ? open.filter(other => other !== id)
    : [...open, id];
  for (const other of ids) {
    next.append('source', other);
  }
  return next;
}
