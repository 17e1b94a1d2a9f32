import type { RequestHandler } from 'msw';
import type { CallLog } from '../calls';
import type { FaultSwitch } from '../faults';
import type { Company, CompanyTokens } from '../model';

/** The upstreams that have a stand-in. */
export const upstreamIds = [
  'github',
  'kubernetes',
  'argocd',
  'pagerduty',
] as const;

/** One of {@link upstreamIds}. */
export type UpstreamId = (typeof upstreamIds)[number];

/** How the handlers of a stand-in are made. Times are milliseconds. */
export interface StandInOptions {
  /** Absolute, without a slash at its end; what clients are told to use. */
  baseUrl: string;
  /** What is wrong with it; nothing unless told. */
  faults?: FaultSwitch;
  /** Counts the calls. */
  calls?: CallLog;
  /** Delay of a slow answer; 45 seconds unless told. */
  slowBy?: number;
  /** Seconds that `Retry-After` asks for; 120 unless told. */
  retryAfter?: number;
  /**
   * How a body is cut: `abort` breaks the stream, for handlers that run inside
   * the process that asks; `short` sends less than announced, for a server
   * that then closes the connection. `abort` unless told.
   */
  cut?: 'abort' | 'short';
}

/** How a vendor refuses, in its own shapes. */
export interface VendorAnswers {
  unauthorized(): Response;
  /** Gets seconds. */
  tooManyRequests(retryAfter: number): Response;
  serverError(): Response;
  notFound(): Response;
}

/** A vendor's system, without faults: what {@link guardStandIn} makes robust. */
export interface Vendor {
  id: UpstreamId;
  /** Whether the request shows a token that the company's system accepts. */
  accepts(request: Request, tokens: CompanyTokens): boolean;
  answers: VendorAnswers;
  /** The handlers, for requests whose token was accepted. */
  createHandlers(
    company: Company,
    options: { baseUrl: string },
  ): RequestHandler[];
}
