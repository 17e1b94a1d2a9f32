import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { SCORECARDS_CHANNEL } from '@airworthy/plugin-readiness-common';

/** @see ChangeSignal */
export interface ChangeSignalOptions {
  signals: SignalsService;
  logger: LoggerService;
}

/** Changes within this time are told together. */
const GATHER_MS = 1000;

/**
 * Tells open pages that scorecards changed. It names none: everybody hears it,
 * and not everybody may see each of them.
 */
export class ChangeSignal {
  readonly #options: ChangeSignalOptions;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ChangeSignalOptions) {
    this.#options = options;
  }

  notify(): void {
    if (this.#timer) {
      return;
    }
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#publish().catch(error =>
        this.#options.logger.warn('Open pages were not told of changes', error),
      );
    }, GATHER_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #publish(): Promise<void> {
    await this.#options.signals.publish({
      recipients: { type: 'broadcast' },
      channel: SCORECARDS_CHANNEL,
      message: { changed: true },
    });
  }
}
