import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  TRADEOFFS_RECORDS_CHANGED,
  type RecordsChangedPayload,
} from '@airworthy/plugin-tradeoffs-node';

/** Records that changed, or what they come to, and whose they are. */
export type ChangedRecords = RecordsChangedPayload;

/** Refs in one event; a large change is told in several. */
const MAX_REFS = 500;

/** Tells the rest of the back end that records changed. */
export class ChangeFeed {
  readonly #events: EventsService;
  readonly #logger: LoggerService;
  readonly #onChanged: () => void;

  constructor(options: {
    events: EventsService;
    logger: LoggerService;
    /** Told after every change, in this process. */
    onChanged(): void;
  }) {
    this.#events = options.events;
    this.#logger = options.logger;
    this.#onChanged = options.onChanged;
  }

  /** Never fails: what is not told is found by the next regular look. */
  async publish(changed: ChangedRecords): Promise<void> {
    const { recordIds, entityRefs } = changed;
    if (recordIds.length === 0 && entityRefs.length === 0) {
      return;
    }
    this.#onChanged();
    try {
      for (
        let start = 0;
        start < Math.max(entityRefs.length, 1);
        start += MAX_REFS
      ) {
        const eventPayload: RecordsChangedPayload = {
          recordIds: start === 0 ? recordIds : [],
          entityRefs: entityRefs.slice(start, start + MAX_REFS),
        };
        await this.#events.publish({
          topic: TRADEOFFS_RECORDS_CHANGED,
          eventPayload,
        });
      }
    } catch (error) {
      this.#logger.warn(
        'That tradeoff records changed was not told',
        error instanceof Error ? error : undefined,
      );
    }
  }
}
