const SECOND = 1000;

/**
 * Milliseconds before the next attempt: what the upstream asked for, else twice
 * as long as before with full jitter over its upper half, so that several
 * replicas do not come back at the same moment.
 *
 * @param attempt - 1 before the first retry
 * @param random - between 0 and 1
 */
export function retryDelay(options: {
  attempt: number;
  initialDelay: number;
  maxDelay: number;
  retryAfter?: number;
  random: number;
}): number {
  const { attempt, initialDelay, maxDelay, retryAfter, random } = options;
  const ceiling = Math.min(maxDelay, initialDelay * 2 ** (attempt - 1));
  const delay = ceiling / 2 + (ceiling / 2) * random;
  return Math.max(retryAfter ?? 0, delay);
}

/**
 * Milliseconds that an answer asks to wait, undefined where it does not ask:
 * `Retry-After` in seconds or as a date, `X-RateLimit-Reset` as GitHub sends it
 * (seconds since the epoch) and `RateLimit-Reset` (seconds from now), the last
 * two only where nothing remains.
 *
 * @param now - milliseconds since the epoch
 */
export function readRetryAfter(
  headers: Headers,
  now: number,
): number | undefined {
  const retryAfter = headers.get('retry-after');
  if (retryAfter !== null) {
    const milliseconds = /^\s*\d+\s*$/.test(retryAfter)
      ? Number(retryAfter) * SECOND
      : Date.parse(retryAfter) - now;
    if (Number.isFinite(milliseconds)) {
      return Math.max(0, milliseconds);
    }
  }
  const epochReset = numberIn(headers, 'x-ratelimit-reset');
  if (
    numberIn(headers, 'x-ratelimit-remaining') === 0 &&
    epochReset !== undefined
  ) {
    return Math.max(0, epochReset * SECOND - now);
  }
  const reset = numberIn(headers, 'ratelimit-reset');
  if (numberIn(headers, 'ratelimit-remaining') === 0 && reset !== undefined) {
    return Math.max(0, reset * SECOND);
  }
  return undefined;
}

function numberIn(headers: Headers, name: string): number | undefined {
  const value = Number(headers.get(name) ?? NaN);
  return Number.isFinite(value) ? value : undefined;
}
