import type { UpstreamId } from '../standIn';

/** One call that reached a stand-in. */
export interface RecordedCall {
  upstream: UpstreamId;
  method: string;
  /** Below the stand-in's base URL, with the query. */
  path: string;
  status: number;
}

/** Counts what the stand-ins are asked. */
export class CallLog {
  readonly #calls: RecordedCall[] = [];
  readonly #listeners = new Set<(call: RecordedCall) => void>();

  record(call: RecordedCall): void {
    this.#calls.push(call);
    this.#listeners.forEach(listener => listener(call));
  }

  /** Tells of each call from now on, until what it returns is called. */
  listen(listener: (call: RecordedCall) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** How many calls reached the upstream, or all of them. */
  count(upstream?: UpstreamId): number {
    return upstream ? this.of(upstream).length : this.#calls.length;
  }

  of(upstream: UpstreamId): RecordedCall[] {
    return this.#calls.filter(call => call.upstream === upstream);
  }

  clear(): void {
    this.#calls.length = 0;
  }
}
