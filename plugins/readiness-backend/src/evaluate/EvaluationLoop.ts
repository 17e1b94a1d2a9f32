import { setImmediate } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EvaluationQueue } from './EvaluationQueue';
import type { Evaluator } from './Evaluator';

/** @see EvaluationLoop */
export interface EvaluationLoopOptions {
  evaluator: Pick<Evaluator, 'evaluateBatch'>;
  queue: EvaluationQueue;
  logger: LoggerService;
  /** Called when nothing is left to evaluate. */
  afterDrain?(): Promise<void>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** How often to look for what other replicas queued, and for what is due. */
const POLL_MS = 5_000;

/**
 * Drains the evaluation queue: at once when this process queued something, and
 * every few seconds for what others queued or time made due. One at a time in
 * a process; several processes share the queue.
 */
export class EvaluationLoop {
  readonly #options: EvaluationLoopOptions;
  #draining: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: EvaluationLoopOptions) {
    this.#options = options;
  }

  start(): void {
    this.#options.queue.onQueued(() => this.#wake());
    this.#timer = setInterval(() => this.#wake(), POLL_MS);
    this.#timer.unref();
    this.#wake();
  }

  /** Ends after the batch in hand. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#draining;
  }

  /** Evaluates what is queued or due now, and returns when nothing is left. */
  async drain(): Promise<void> {
    const { evaluator, queue, now } = this.#options;
    await queue.addDue(now());
    while (!this.#stopped && (await evaluator.evaluateBatch()) > 0) {
      // Requests come between batches: SQLite answers in this very thread.
      await setImmediate();
    }
    await this.#options.afterDrain?.();
  }

  #wake(): void {
    if (this.#stopped) {
      return;
    }
    if (this.#draining) {
      this.#again = true;
      return;
    }
    this.#draining = this.drain()
      .catch(error =>
        this.#options.logger.error(
          'Evaluation failed; it is tried again',
          error,
        ),
      )
      .finally(() => {
        this.#draining = undefined;
        if (this.#again) {
          this.#again = false;
          this.#wake();
        }
      });
  }
}
