import type { UpstreamId } from '../standIn';

/** What can be wrong with an upstream. */
export const faults = [
  'none',
  'slow',
  'tooManyRequests',
  'serverError',
  'cutBody',
  'wrongSchema',
  'expiredToken',
] as const;

/** One of {@link faults}. */
export type Fault = (typeof faults)[number];

/** Says of each upstream what is wrong with it; nothing, to begin with. */
export class FaultSwitch {
  readonly #faults = new Map<UpstreamId, Fault>();

  set(upstream: UpstreamId, fault: Fault): void {
    this.#faults.set(upstream, fault);
  }

  get(upstream: UpstreamId): Fault {
    return this.#faults.get(upstream) ?? 'none';
  }

  /** Nothing is wrong any more. */
  heal(): void {
    this.#faults.clear();
  }
}
