import closeWithGrace from 'close-with-grace';
import { setTimeout as delay } from 'node:timers/promises';
import { logger } from './logger.js';

/**
 * How an instance ends: it says that it is not ready, lets the load balancer
 * notice, finishes what it has, and closes what it opened.
 */
export class Lifecycle {
  stopping = false;
  private readonly closers: Array<() => Promise<unknown>> = [];

  /** Closed in the reverse order, the last opened first. */
  onStop(close: () => Promise<unknown>): void {
    this.closers.unshift(close);
  }

  /**
   * @param drainMs - how long requests still arrive after readiness is off
   */
  async stop(drainMs: number): Promise<void> {
    this.stopping = true;
    await delay(drainMs);
    for (const close of this.closers) {
      await close();
    }
  }

  /** Stops on SIGTERM and SIGINT, within the grace period of the platform. */
  stopOnSignal(options: { drainMs: number; graceMs: number }): void {
    closeWithGrace({ delay: options.graceMs }, async ({ err, signal }) => {
      if (err) {
        logger.error({ err }, 'the process failed');
      }
      logger.info({ signal }, 'stopping');
      await this.stop(options.drainMs);
      logger.info('stopped');
    });
  }
}
