import type { CollectContext } from '@airworthy/plugin-readiness-node';
import { z } from 'zod';
import type { JsonObject } from '@backstage/types';
import { ListingProgress } from './ListingProgress';
import { sealText, unsealText } from './sealText';

const PROGRESS = 'progress';

const progressSchema = z.object({
  startedAt: z.number(),
  kinds: z.record(
    z.string(),
    z.object({
      count: z.number(),
      next: z.string().optional(),
      done: z.boolean(),
      hidden: z.string().optional(),
    }),
  ),
});

const itemsSchema = z.array(z.custom<JsonObject>());

/** @see ProgressKeeper */
export interface ProgressKeeperOptions {
  /** What the stored objects are encrypted with; nothing is stored without. */
  secret: () => Promise<string | undefined>;
  /** Milliseconds after which objects are too old to go on with. */
  maxAge: number;
  /** Milliseconds between savings while a listing goes on. */
  saveEvery: number;
}

/**
 * Keeps what was listed of a cluster before a run was interrupted, so that the
 * next one goes on from there: in memory, and in the database for another
 * process. A listing that comes through at once is never stored.
 */
export class ProgressKeeper {
  readonly #options: ProgressKeeperOptions;
  #current: ListingProgress | undefined;
  #isStored = true;
  #savedAt = 0;
  readonly #savedCounts = new Map<string, number>();

  constructor(options: ProgressKeeperOptions) {
    this.#options = options;
  }

  /** What an interrupted run left, or a new beginning. */
  async begin(context: CollectContext): Promise<ListingProgress> {
    const { now } = context;
    const left = this.#current ?? (await this.#load(context));
    const isUsable =
      left !== undefined &&
      now >= left.startedAt &&
      now - left.startedAt <= this.#options.maxAge;
    this.#current = isUsable ? left : new ListingProgress(now);
    this.#savedAt = Date.now();
    return this.#current;
  }

  /** Stores what was listed up to now, where that is due. */
  async saveIfDue(context: CollectContext): Promise<void> {
    if (Date.now() - this.#savedAt >= this.#options.saveEvery) {
      await this.save(context);
    }
  }

  /** Stores what was listed up to now. */
  async save(context: CollectContext): Promise<void> {
    const secret = await this.#options.secret();
    const progress = this.#current;
    if (secret === undefined || !progress) {
      return;
    }
    // Set first: several kinds are listed at a time.
    this.#savedAt = Date.now();
    this.#isStored = true;
    const kinds: z.infer<typeof progressSchema>['kinds'] = {};
    for (const [resource, { items, next, done, hidden }] of progress.kinds) {
      const count = items.length;
      kinds[resource] = {
        count,
        done,
        ...(next === undefined ? {} : { next }),
        ...(hidden === undefined ? {} : { hidden }),
      };
      if (this.#savedCounts.get(resource) !== count) {
        this.#savedCounts.set(resource, count);
        const text = JSON.stringify(items.slice(0, count));
        await context.checkpoint.set(
          keyOf(resource),
          await sealText(text, secret),
        );
      }
    }
    await context.checkpoint.set(PROGRESS, {
      startedAt: progress.startedAt,
      kinds,
    });
  }

  /** The run came through: nothing is left to go on with. */
  async finish(context: CollectContext): Promise<void> {
    this.#current = undefined;
    if (this.#isStored) {
      const stored = await this.#read(context);
      for (const resource of Object.keys(stored?.kinds ?? {})) {
        await context.checkpoint.set(keyOf(resource), null);
      }
      if (stored) {
        await context.checkpoint.set(PROGRESS, null);
      }
      this.#savedCounts.clear();
      this.#isStored = false;
    }
  }

  async #read(context: CollectContext) {
    const stored = progressSchema.safeParse(
      await context.checkpoint.get(PROGRESS),
    );
    return stored.success ? stored.data : undefined;
  }

  async #load(context: CollectContext): Promise<ListingProgress | undefined> {
    const secret = await this.#options.secret();
    const stored = await this.#read(context);
    if (secret === undefined || !stored) {
      return undefined;
    }
    this.#isStored = true;
    const progress = new ListingProgress(stored.startedAt);
    for (const [resource, { count, ...rest }] of Object.entries(stored.kinds)) {
      const sealed = await context.checkpoint.get<string>(keyOf(resource));
      const text =
        typeof sealed === 'string'
          ? await unsealText(sealed, secret)
          : undefined;
      const items =
        text === undefined ? [] : itemsSchema.parse(JSON.parse(text));
      // What cannot be read any more is listed again.
      if (items.length === count) {
        progress.kinds.set(resource, { ...rest, items });
      }
    }
    return progress;
  }
}

function keyOf(resource: string): string {
  return `${PROGRESS}:${resource}`;
}
