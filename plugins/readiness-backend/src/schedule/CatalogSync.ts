import type { Readiness } from '../createReadiness';

/** @see CatalogSync */
export interface CatalogSyncOptions {
  readiness: Pick<Readiness, 'reconciler' | 'collector' | 'catalogSource'>;
  /** Called when there are new or changed entities. */
  onEntitiesChanged(): Promise<void>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** What the catalog says is renewed this often though nothing changed. */
const RENEW_MS = 60 * 60 * 1000;

/**
 * Reconciles, and has the catalog's own source look at what that changed: it
 * reads the plugin's copy, so that there is nothing to see before.
 */
export class CatalogSync {
  readonly #options: CatalogSyncOptions;
  #collectedAt = 0;

  constructor(options: CatalogSyncOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { readiness, now, onEntitiesChanged } = this.#options;
    const { added, changed, gone } = await readiness.reconciler.reconcile(
      now(),
      signal,
    );
    const startedAt = now();
    if (
      added + changed + gone > 0 ||
      startedAt - this.#collectedAt >= RENEW_MS
    ) {
      await readiness.collector.collect(readiness.catalogSource, signal);
      this.#collectedAt = startedAt;
    }
    if (added + changed > 0) {
      await onEntitiesChanged();
    }
  }
}
