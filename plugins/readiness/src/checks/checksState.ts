/** Everything about the page "Checks" that the URL says. */
export interface ChecksState {
  environment?: string;
  /** The check that is open. */
  check?: string;
  /** Text to find in ids and titles. */
  q: string;
}

/** Reads the state off the query. */
export function parseChecksState(query: URLSearchParams): ChecksState {
  return {
    environment: query.get('environment') || undefined,
    check: query.get('check') || undefined,
    q: query.get('q') ?? '',
  };
}

/** The query with some of the state changed. */
export function withChecksState(
  query: URLSearchParams,
  change: Partial<ChecksState>,
): URLSearchParams {
  const state = { ...parseChecksState(query), ...change };
  const next = new URLSearchParams(query);
  for (const name of ['check', 'q'] as const) {
    const value = state[name];
    if (value) {
      next.set(name, value);
    } else {
      next.delete(name);
    }
  }
  return next;
}
