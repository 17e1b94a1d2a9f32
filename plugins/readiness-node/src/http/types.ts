import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';
import type { Dispatcher } from 'undici';
import type { ZodType } from 'zod';
import type { UpstreamFailure } from './UpstreamError';

/**
 * What an {@link UpstreamClient} is made of. Times are milliseconds.
 *
 * @public
 */
export interface UpstreamClientOptions {
  /** Names the upstream in errors, such as `Prometheus prod-eu`. */
  name: string;
  /** Absolute; paths of requests are below it. */
  baseUrl: string;
  /** Headers that hold secrets; their values appear in no error and no log. */
  credentials?: () => Record<string, string> | Promise<Record<string, string>>;
  /** Further secrets that an upstream might repeat in what it says. */
  secrets?: string[];
  /**
   * Connects in place of the runtime's own way: for a certificate authority of
   * its own. It serves every request of the client.
   */
  dispatcher?: Dispatcher;
  /** For one attempt, its body included. 30 seconds unless told. */
  timeout?: number;
  /** 64 MiB unless told. */
  maxResponseBytes?: number;
  /** Requests at a time; 4 unless told. */
  concurrency?: number;
  retry?: {
    /** Further attempts after the first; 3 unless told. */
    retries?: number;
    /** 500 unless told. */
    initialDelay?: number;
    /** 20 seconds unless told. */
    maxDelay?: number;
    /**
     * Longest wait that an upstream may ask for; beyond it the request fails
     * at once. One minute unless told.
     */
    maxRetryAfter?: number;
  };
  breaker?: {
    /** Failed attempts in a row that open it; 6 unless told. */
    failures?: number;
    /** 30 seconds unless told. */
    openFor?: number;
  };
  logger?: LoggerService;
}

/**
 * One question to an upstream. It must be safe to ask twice: failed attempts
 * are repeated.
 *
 * @public
 */
export interface UpstreamRequest<T> {
  /** `GET` unless there is a body. */
  method?: 'GET' | 'POST';
  /** Below the base URL; or absolute, with the same origin, as in `Link`. */
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  /** A body of `application/x-www-form-urlencoded`. */
  form?: Record<string, string>;
  /** A body of `application/json`. */
  json?: JsonValue;
  headers?: Record<string, string>;
  /** The shape expected of the JSON that is answered. */
  schema: ZodType<T>;
  /**
   * Reads what the upstream says about a failed request, for the error's
   * message; `permanent` spares attempts that would fail again, and `reason`
   * stands where the body tells more than the status.
   */
  readError?: (
    body: unknown,
  ) =>
    | { message?: string; permanent?: boolean; reason?: UpstreamFailure }
    | undefined;
  /**
   * Finds the failure in an answer of status 200, as GraphQL has it; undefined
   * where the answer can be used.
   */
  readFailure?: (
    body: T,
  ) => { message: string; reason: UpstreamFailure } | undefined;
}

/**
 * One question to an upstream that tells what did not change.
 *
 * @public
 */
export interface ConditionalUpstreamRequest<T> extends UpstreamRequest<T> {
  /** The `ETag` of the answer that is known; none unless told. */
  etag?: string;
}

/**
 * Who asks.
 *
 * @public
 */
export interface UpstreamCall {
  /** Ends attempts and waits at once. */
  signal?: AbortSignal;
  /** Told of each attempt that reaches the network. */
  countCall?: () => void;
}

/**
 * A usable answer.
 *
 * @public
 */
export interface UpstreamResponse<T> {
  status: number;
  headers: Headers;
  body: T;
}
