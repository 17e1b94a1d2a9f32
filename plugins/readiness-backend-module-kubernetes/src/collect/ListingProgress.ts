import type { JsonObject } from '@backstage/types';

/** How far the listing of one kind has come. */
export interface KindProgress {
  items: JsonObject[];
  /** Where the next page begins; absent before the first and after the last. */
  next?: string;
  done: boolean;
  /** Why the kind could not be listed. */
  hidden?: string;
}

/** How far the listing of a cluster has come, by name of resource. */
export class ListingProgress {
  readonly kinds = new Map<string, KindProgress>();

  constructor(
    /** Milliseconds since the epoch: the objects are as old as this. */
    readonly startedAt: number,
  ) {}

  of(resource: string): KindProgress {
    const known = this.kinds.get(resource);
    if (known) {
      return known;
    }
    const begun: KindProgress = { items: [], done: false };
    this.kinds.set(resource, begun);
    return begun;
  }
}
