import { createHash } from 'node:crypto';
import type { CollectContext } from '@airworthy/plugin-readiness-node';

const BUCKETS = 64;

/** What is kept of a repository between runs. */
export type RepositoryBook = {
  /** Of all that was said about it last: the same stamp, nothing to say. */
  stamp: string;
  /** When its details were read, milliseconds since the epoch. */
  detailsAt: number;
  /** Its deployments before that are settled; ISO 8601. */
  settled?: string;
  /** The entities that it belonged to. */
  entities: BookedEntity[];
};

/** A linked entity as it is kept. */
type BookedEntity = {
  ref: string;
  folder: string;
  deployed: boolean;
  environments: string[];
};

type Bucket = { [slug: string]: RepositoryBook };

/** How far an interrupted run came. */
export type Progress = {
  /** Position of the last repository that is done. */
  after: string;
  /** When the run began, milliseconds since the epoch. */
  startedAt: number;
};

const PROGRESS = 'progress';

/**
 * What is kept of all repositories between runs, in buckets, so that a batch
 * writes little; and how far a run came, in the order of the buckets.
 */
export class RepositoryBooks {
  readonly #checkpoint: CollectContext['checkpoint'];
  readonly #buckets = new Map<number, Bucket>();
  readonly #changed = new Set<number>();

  constructor(checkpoint: CollectContext['checkpoint']) {
    this.#checkpoint = checkpoint;
  }

  /** Orders repositories so that neighbours share a bucket. */
  static positionOf(slug: string): string {
    return `${String(bucketOf(slug)).padStart(2, '0')} ${slug}`;
  }

  async get(slug: string): Promise<RepositoryBook | undefined> {
    const bucket = await this.#load(bucketOf(slug));
    return Object.hasOwn(bucket, slug) ? bucket[slug] : undefined;
  }

  async set(slug: string, book: RepositoryBook): Promise<void> {
    const bucket = await this.#load(bucketOf(slug));
    bucket[slug] = book;
    this.#changed.add(bucketOf(slug));
  }

  /** Forgets what no entity is linked to any more. */
  async retain(slugs: ReadonlySet<string>): Promise<void> {
    for (let index = 0; index < BUCKETS; index++) {
      const bucket = await this.#load(index);
      for (const slug of Object.keys(bucket)) {
        if (!slugs.has(slug)) {
          delete bucket[slug];
          this.#changed.add(index);
        }
      }
    }
    await this.save();
  }

  /** Writes what changed. */
  async save(): Promise<void> {
    for (const index of this.#changed) {
      await this.#checkpoint.set(
        `repositories-seen:${index}`,
        await this.#load(index),
      );
    }
    this.#changed.clear();
  }

  /** Where the last run broke off; undefined where it came to its end. */
  async progress(): Promise<Progress | undefined> {
    const stored = await this.#checkpoint.get<Progress | false>(PROGRESS);
    return stored === false ? undefined : stored;
  }

  async setProgress(progress: Progress | undefined): Promise<void> {
    await this.#checkpoint.set(PROGRESS, progress ?? false);
  }

  async #load(index: number): Promise<Bucket> {
    const known = this.#buckets.get(index);
    if (known) {
      return known;
    }
    const stored = await this.#checkpoint.get<Bucket>(
      `repositories-seen:${index}`,
    );
    const bucket = stored ?? {};
    this.#buckets.set(index, bucket);
    return bucket;
  }
}

function bucketOf(slug: string): number {
  return createHash('sha1').update(slug).digest()[0] % BUCKETS;
}
