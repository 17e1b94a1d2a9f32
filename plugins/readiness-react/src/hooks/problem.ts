import { isError, ResponseError } from '@backstage/errors';

/** What went wrong with a read, as people have to act on it. */
export type ProblemKind = 'no-access' | 'not-found' | 'failed';

/** A failed read. */
export interface Problem {
  kind: ProblemKind;
  /** One line: the status where there was one, and what was answered. */
  message: string;
  /** All that helps whoever repairs it. */
  details: string;
  /** ISO 8601. */
  at: string;
}

const kinds: Record<string, ProblemKind> = {
  NotAllowedError: 'no-access',
  NotFoundError: 'not-found',
};

/**
 * Tells apart "you may not" and "there is none" from "it broke".
 *
 * @param now - milliseconds since the epoch.
 */
export function problemOf(error: unknown, now: number): Problem {
  const at = new Date(now).toISOString();
  if (ResponseError.is(error)) {
    // The error itself is a shell: what the back end said is its cause.
    const { cause, statusCode, body } = error;
    const message = `${statusCode}, ${cause.message}`;
    const request =
      body.request && `${body.request.method} ${body.request.url}`;
    return {
      kind: kinds[cause.name] ?? 'failed',
      message,
      details: [`${cause.name}: ${message}`, request, at]
        .filter(Boolean)
        .join('\n'),
      at,
    };
  }
  const { name, message } = isError(error)
    ? error
    : { name: 'Error', message: String(error) };
  return {
    kind: kinds[name] ?? 'failed',
    message,
    details: `${name}: ${message}\n${at}`,
    at,
  };
}
