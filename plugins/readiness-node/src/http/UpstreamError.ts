import { CustomErrorBase } from '@backstage/errors';

/**
 * Why an upstream gave no usable answer:
 *
 * - `denied`: 401 or 403, the credentials are missing, wrong or too weak;
 * - `not-found`: 404 or 410;
 * - `rate-limited`: 429, or what a vendor sends in its place;
 * - `unavailable`: 5xx, no connection, or the connection broke;
 * - `timeout`: no whole answer in time;
 * - `refused`: another 4xx, or a redirect: the same request will fail again;
 * - `too-large`: the body exceeds the configured bound;
 * - `malformed`: the body is no JSON;
 * - `unexpected`: the body is JSON of another shape than expected;
 * - `paused`: not asked, since it failed repeatedly a moment ago;
 * - `aborted`: the caller gave up.
 *
 * @public
 */
export type UpstreamFailure =
  | 'denied'
  | 'not-found'
  | 'rate-limited'
  | 'unavailable'
  | 'timeout'
  | 'refused'
  | 'too-large'
  | 'malformed'
  | 'unexpected'
  | 'paused'
  | 'aborted';

/**
 * An upstream gave no usable answer. The message names the upstream, the
 * request without its query, and the reason; it holds no secret.
 *
 * It carries no `cause`: causes of failed requests may quote headers, and with
 * them tokens. Their words are in the message, redacted.
 *
 * @public
 */
export class UpstreamError extends CustomErrorBase {
  name = 'UpstreamError' as const;
  readonly reason: UpstreamFailure;
  /** The HTTP status, where there was an answer. */
  readonly status?: number;
  /** Milliseconds that the upstream asked to wait. */
  readonly retryAfter?: number;

  constructor(
    message: string,
    options: { reason: UpstreamFailure; status?: number; retryAfter?: number },
  ) {
    super(message);
    this.reason = options.reason;
    this.status = options.status;
    this.retryAfter = options.retryAfter;
  }
}
