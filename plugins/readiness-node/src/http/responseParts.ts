import type { UpstreamFailure } from './UpstreamError';

/** Undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a status of 300 and above says of the request. */
export function reasonOf(
  status: number,
  retryAfter: number | undefined,
): UpstreamFailure {
  // GitHub answers 403 to those who ask too often, and says until when.
  if (status === 429 || (status === 403 && retryAfter !== undefined)) {
    return 'rate-limited';
  }
  if (status === 401 || status === 403) {
    return 'denied';
  }
  if (status === 404 || status === 410) {
    return 'not-found';
  }
  return status >= 500 || status === 408 ? 'unavailable' : 'refused';
}
