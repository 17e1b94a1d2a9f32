import { isError } from '@backstage/errors';
import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhen,
  type IPolicy,
  retry,
  wrap,
} from 'cockatiel';
import pLimit from 'p-limit';
import { BodyTooLargeError, readBody } from './readBody';
import { Redactor } from './Redactor';
import { bodyOf, contentTypeOf, methodOf, readBaseUrl } from './requestParts';
import { parseJson, reasonOf } from './responseParts';
import { readRetryAfter, retryDelay } from './retryDelay';
import type {
  ConditionalUpstreamRequest,
  UpstreamCall,
  UpstreamClientOptions,
  UpstreamRequest,
  UpstreamResponse,
} from './types';
import { UpstreamError } from './UpstreamError';

const SECOND = 1000;
const MAX_SAID = 300;
const MAX_ISSUES = 3;

/**
 * Asks one upstream for JSON: with a timeout, bounded and jittered retries that
 * honour what the upstream asks for, a circuit breaker, bounded concurrency and
 * bounded answers of a checked shape. Redirects are not followed: a credential
 * is for the host that config names.
 *
 * @public
 */
export class UpstreamClient {
  readonly #options: UpstreamClientOptions;
  readonly #baseUrl: URL;
  readonly #redactor: Redactor;
  readonly #policy: IPolicy;
  readonly #limit: <T>(work: () => Promise<T>) => Promise<T>;
  #lastFailure = '';

  /**
   * @throws InputError where the base URL is no HTTP address, or holds a
   *   user name or password, which belong into credentials
   */
  static create(options: UpstreamClientOptions): UpstreamClient {
    return new UpstreamClient(options, readBaseUrl(options));
  }

  private constructor(options: UpstreamClientOptions, baseUrl: URL) {
    this.#options = options;
    this.#baseUrl = baseUrl;
    this.#redactor = new Redactor(options.secrets);
    this.#limit = pLimit(options.concurrency ?? 4);
    this.#policy = this.#createPolicy();
  }

  /**
   * Asks, and asks again where that may help.
   *
   * @throws UpstreamError naming why there is no usable answer
   */
  async request<T>(
    request: UpstreamRequest<T>,
    call: UpstreamCall = {},
  ): Promise<UpstreamResponse<T>> {
    return this.#ask(request, call, (response, text) =>
      this.#accept(request, response, text),
    );
  }

  /**
   * Asks for what may be known already, by its `ETag`.
   *
   * @returns undefined where it did not change
   * @throws UpstreamError naming why there is no usable answer
   */
  async requestIfChanged<T>(
    request: ConditionalUpstreamRequest<T>,
    call: UpstreamCall = {},
  ): Promise<UpstreamResponse<T> | undefined> {
    const { etag, headers, ...rest } = request;
    if (etag === undefined) {
      return this.request(request, call);
    }
    return this.#ask(
      { ...rest, headers: { ...headers, 'if-none-match': etag } },
      call,
      (response, text) =>
        response.status === 304
          ? undefined
          : this.#accept(request, response, text),
    );
  }

  async #ask<T, Answer>(
    request: UpstreamRequest<T>,
    call: UpstreamCall,
    accept: (response: Response, text: string) => Answer,
  ): Promise<Answer> {
    const url = this.#urlOf(request);
    const title = `${this.#options.name}: ${methodOf(request)} ${url.pathname}`;
    const { signal } = call;
    try {
      return await untilAborted(
        this.#limit(() =>
          this.#policy.execute(
            () => this.#attempt(request, call, url, accept),
            signal,
          ),
        ),
        signal,
      );
    } catch (error) {
      throw this.#named(title, error, signal);
    }
  }

  async #attempt<T, Answer>(
    request: UpstreamRequest<T>,
    call: UpstreamCall,
    url: URL,
    accept: (response: Response, text: string) => Answer,
  ): Promise<Answer> {
    const { timeout = 30 * SECOND, maxResponseBytes = 64 * 1024 * 1024 } =
      this.#options;
    if (call.signal?.aborted) {
      throw new UpstreamError('given up', { reason: 'aborted' });
    }
    const credentials = (await this.#options.credentials?.()) ?? {};
    for (const value of Object.values(credentials)) {
      this.#redactor.addHeader(value);
    }
    const deadline = AbortSignal.timeout(timeout);
    try {
      call.countCall?.();
      const response = await fetch(url, {
        method: methodOf(request),
        headers: {
          accept: 'application/json',
          ...request.headers,
          ...credentials,
          ...contentTypeOf(request),
        },
        body: bodyOf(request),
        redirect: 'manual',
        ...(this.#options.dispatcher && {
          dispatcher: this.#options.dispatcher,
        }),
        signal: call.signal
          ? AbortSignal.any([call.signal, deadline])
          : deadline,
      });
      const text = await readBody(response, maxResponseBytes);
      return accept(response, text);
    } catch (error) {
      if (call.signal?.aborted) {
        throw new UpstreamError('given up', { reason: 'aborted' });
      }
      if (deadline.aborted) {
        throw new UpstreamError(`no whole answer within ${timeout} ms`, {
          reason: 'timeout',
        });
      }
      throw error;
    }
  }

  #accept<T>(
    request: UpstreamRequest<T>,
    response: Response,
    text: string,
  ): UpstreamResponse<T> {
    const { status, headers } = response;
    if (!response.ok) {
      throw this.#refusal(request, response, text);
    }
    const body = parseJson(text);
    if (body === undefined) {
      throw new UpstreamError('answered what is no JSON', {
        reason: 'malformed',
        status,
      });
    }
    const parsed = request.schema.safeParse(body);
    if (!parsed.success) {
      const issues = parsed.error.issues
        .slice(0, MAX_ISSUES)
        .map(issue => `${issue.path.join('.') || 'body'}: ${issue.message}`);
      throw new UpstreamError(
        `answered another shape than expected: ${issues.join('; ')}`,
        { reason: 'unexpected', status },
      );
    }
    const failure = request.readFailure?.(parsed.data);
    if (failure) {
      throw new UpstreamError(failure.message.slice(0, MAX_SAID), {
        reason: failure.reason,
        status,
        retryAfter: readRetryAfter(headers, Date.now()),
      });
    }
    return { status, headers, body: parsed.data };
  }

  #refusal<T>(
    request: UpstreamRequest<T>,
    response: Response,
    text: string,
  ): UpstreamError {
    const { status, headers } = response;
    const said = request.readError?.(parseJson(text));
    const retryAfter = readRetryAfter(headers, Date.now());
    const reason = said?.permanent
      ? 'refused'
      : said?.reason ?? reasonOf(status, retryAfter);
    const words = [`answered ${status}`];
    if (status >= 300 && status < 400) {
      words.push('redirects are not followed, name the final address');
    }
    if (said?.message) {
      words.push(said.message.slice(0, MAX_SAID));
    }
    return new UpstreamError(words.join(': '), { reason, status, retryAfter });
  }

  #createPolicy(): IPolicy {
    const { breaker, logger, name } = this.#options;
    const {
      retries = 3,
      initialDelay = 500,
      maxDelay = 20 * SECOND,
      maxRetryAfter = 60 * SECOND,
    } = this.#options.retry ?? {};
    const retrying = retry(
      handleWhen(
        error => isPassing(error) && retryAfterOf(error) <= maxRetryAfter,
      ),
      {
        maxAttempts: retries,
        backoff: new DelegateBackoff(({ attempt, result }) => {
          return retryDelay({
            attempt,
            initialDelay,
            maxDelay,
            retryAfter: 'error' in result ? retryAfterOf(result.error) : 0,
            random: Math.random(),
          });
        }),
      },
    );
    retrying.onRetry(({ attempt, delay, ...result }) => {
      const said = 'error' in result ? this.#describe(result.error) : '';
      logger?.debug(
        `${name}: retry ${attempt} in ${Math.round(delay)} ms: ${said}`,
      );
    });
    const breaking = circuitBreaker(handleWhen(isOutage), {
      halfOpenAfter: breaker?.openFor ?? 30 * SECOND,
      breaker: new ConsecutiveBreaker(breaker?.failures ?? 6),
    });
    breaking.onFailure(({ reason, handled }) => {
      if (handled && 'error' in reason) {
        this.#lastFailure = this.#describe(reason.error);
      }
    });
    return wrap(retrying, breaking);
  }

  #urlOf<T>(request: UpstreamRequest<T>): URL {
    const url = new URL(request.path.replace(/^\/+/, ''), this.#baseUrl);
    if (url.origin !== this.#baseUrl.origin) {
      throw new UpstreamError(
        `${this.#options.name}: leads to ${
          url.origin
        }, which is not what is configured`,
        { reason: 'refused' },
      );
    }
    for (const [name, value] of Object.entries(request.query ?? {})) {
      if (value !== undefined) {
        url.searchParams.set(name, String(value));
      }
    }
    return url;
  }

  #named(
    title: string,
    error: unknown,
    signal: AbortSignal | undefined,
  ): UpstreamError {
    const { reason, status, retryAfter } = this.#classify(error, signal);
    const words =
      error instanceof BrokenCircuitError
        ? `not asked after repeated failures, the last: ${this.#lastFailure}`
        : this.#describe(error);
    return new UpstreamError(this.#redactor.redact(`${title}: ${words}`), {
      reason,
      status,
      retryAfter,
    });
  }

  #classify(
    error: unknown,
    signal: AbortSignal | undefined,
  ): Pick<UpstreamError, 'reason' | 'status' | 'retryAfter'> {
    if (signal?.aborted) {
      return { reason: 'aborted' };
    }
    if (error instanceof UpstreamError) {
      const { reason, status, retryAfter } = error;
      return { reason, status, retryAfter };
    }
    if (error instanceof BrokenCircuitError) {
      return { reason: 'paused' };
    }
    return {
      reason: error instanceof BodyTooLargeError ? 'too-large' : 'unavailable',
    };
  }

  /** The words of an error and of what caused it, without secrets. */
  #describe(error: unknown): string {
    const words: string[] = [];
    for (
      let cause = error;
      isError(cause) && words.length < MAX_ISSUES;
      cause = cause.cause
    ) {
      words.push(cause.message || cause.name);
    }
    return this.#redactor.redact(words.join(': ') || 'failed');
  }
}

/** The upstream as a whole is in trouble; whatever is asked will fail. */
function isOutage(error: unknown): boolean {
  if (error instanceof UpstreamError) {
    return error.reason === 'unavailable' || error.reason === 'timeout';
  }
  return !(error instanceof BodyTooLargeError);
}

function retryAfterOf(error: unknown): number {
  return error instanceof UpstreamError ? error.retryAfter ?? 0 : 0;
}

/** Asking again may help. */
function isPassing(error: unknown): boolean {
  return (
    !(error instanceof BrokenCircuitError) &&
    (isOutage(error) ||
      (error instanceof UpstreamError && error.reason === 'rate-limited'))
  );
}

/** The policies wait between attempts whatever happens; the caller need not. */
async function untilAborted<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (!signal) {
    return work;
  }
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
    if (signal.aborted) {
      stop();
    }
  });
}
