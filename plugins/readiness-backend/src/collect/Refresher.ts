import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EvidenceSource } from '@airworthy/plugin-readiness-node';
import type { EvaluationQueue } from '../evaluate/EvaluationQueue';
import type { Collector } from './Collector';

/** @see Refresher */
export interface RefresherOptions {
  collector: Collector;
  sources: readonly EvidenceSource[];
  queue: EvaluationQueue;
  logger: LoggerService;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** A source that takes longer is left to its own schedule. */
const TIMEOUT_MS = 2 * 60_000;

/** Asks the sources again about one entity, and has it evaluated again. */
export class Refresher {
  readonly #options: RefresherOptions;
  readonly #running = new Map<string, Promise<void>>();
  /** To be asked once more. */
  readonly #wished = new Set<string>();

  constructor(options: RefresherOptions) {
    this.#options = options;
  }

  /**
   * Starts a refresh; one that runs for the entity already serves this one too.
   *
   * @returns ids of the sources that are asked
   */
  start(entity: { ref: string; id: number }): string[] {
    const { sources, logger } = this.#options;
    if (!this.#running.has(entity.ref)) {
      const running = this.#ask(sources, entity)
        .catch(error => logger.error(`Refresh of ${entity.ref} failed`, error))
        .finally(() => this.#running.delete(entity.ref));
      this.#running.set(entity.ref, running);
    }
    return sources.map(source => source.descriptor.id);
  }

  /**
   * Asks one source again, since something is known to have changed. Where it is
   * being asked already it may have answered before that, so that it is asked
   * once more, however often it is wished for meanwhile.
   */
  startSource(
    source: EvidenceSource,
    entity: { ref: string; id: number },
  ): void {
    const { logger } = this.#options;
    const key = `${source.descriptor.id} ${entity.ref}`;
    if (this.#running.has(key)) {
      this.#wished.add(key);
      return;
    }
    const running = this.#ask([source], entity)
      .catch(error => logger.error(`Refresh of ${entity.ref} failed`, error))
      .finally(() => {
        this.#running.delete(key);
        if (this.#wished.delete(key)) {
          this.startSource(source, entity);
        }
      });
    this.#running.set(key, running);
  }

  /** Ends when all that was started has ended. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) {
      await Promise.all(this.#running.values());
    }
  }

  async #ask(
    sources: readonly EvidenceSource[],
    entity: { ref: string; id: number },
  ): Promise<void> {
    const { collector, queue, logger, now } = this.#options;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const results = await Promise.allSettled(
      sources.map(source => collector.collectOne(source, entity.ref, signal)),
    );
    for (const result of results) {
      if (result.status === 'rejected') {
        logger.warn(`A source did not answer on ${entity.ref}`, result.reason);
      }
    }
    await queue.add([{ entityId: entity.id, changes: [] }], now());
    queue.notify();
  }
}
