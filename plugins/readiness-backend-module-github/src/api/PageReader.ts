import type {
  CollectContext,
  UpstreamCall,
  UpstreamClient,
} from '@airworthy/plugin-readiness-node';
import type { JsonValue } from '@backstage/types';
import type { ZodType } from 'zod';

/** More pages than any organization has; a list that goes in circles ends here. */
const MAX_PAGES = 2000;

/** A page as it is kept between runs: what is needed of it, and no more. */
type StoredPage<Item extends JsonValue> = {
  /** Milliseconds since the epoch. */
  readAt: number;
  etag?: string;
  next?: string;
  /** Where the list goes on beyond it, the page itself need not change. */
  full: boolean;
  items: Item[];
};

/** A list of the REST API that goes over pages. */
export interface PagedList<Entry, Item extends JsonValue> {
  /** Names its pages in the checkpoint. */
  key: string;
  path: string;
  query: Record<string, string | number | boolean>;
  /** Entries of a whole page. */
  pageSize: number;
  schema: ZodType<Entry[]>;
  /** What is kept of an entry. */
  keep: (entry: Entry) => Item;
  /** Pages read within these milliseconds are not asked for. */
  maxAge: number;
}

/**
 * Reads lists page by page. What did not change costs no limit, since it is
 * asked for by its ETag; a run that breaks off leaves the pages it read.
 */
export class PageReader {
  readonly #client: UpstreamClient;
  readonly #headers: Record<string, string>;
  readonly #readError: (body: unknown) => { message?: string } | undefined;

  constructor(options: {
    client: UpstreamClient;
    headers: Record<string, string>;
    readError: (body: unknown) => { message?: string } | undefined;
  }) {
    this.#client = options.client;
    this.#headers = options.headers;
    this.#readError = options.readError;
  }

  /** @throws UpstreamError */
  async read<Entry, Item extends JsonValue>(
    list: PagedList<Entry, Item>,
    run: Pick<CollectContext, 'checkpoint' | 'now'>,
    call: UpstreamCall,
  ): Promise<Item[]> {
    const items: Item[] = [];
    let next: string | undefined = list.path;
    for (let page = 0; next !== undefined && page < MAX_PAGES; page++) {
      const key = `${list.key}:${page}`;
      const stored = await run.checkpoint.get<StoredPage<Item>>(key);
      const fresh = stored && run.now - stored.readAt < list.maxAge;
      const read: StoredPage<Item> =
        stored && fresh
          ? stored
          : await this.#readPage(list, { next, page, stored, run, key }, call);
      items.push(...read.items);
      next = read.next;
    }
    return items;
  }

  async #readPage<Entry, Item extends JsonValue>(
    list: PagedList<Entry, Item>,
    at: {
      next: string;
      page: number;
      key: string;
      stored?: StoredPage<Item>;
      run: Pick<CollectContext, 'checkpoint' | 'now'>;
    },
    call: UpstreamCall,
  ): Promise<StoredPage<Item>> {
    const { next, page, key, stored, run } = at;
    // A whole last page says the same when another one follows it.
    const mayGrow = stored?.full === true && stored.next === undefined;
    const answer = await this.#client.requestIfChanged(
      {
        path: next,
        ...(page === 0 ? { query: list.query } : {}),
        headers: this.#headers,
        schema: list.schema,
        readError: this.#readError,
        ...(stored && !mayGrow ? { etag: stored.etag } : {}),
      },
      call,
    );
    if (!answer && stored) {
      if (list.maxAge > 0) {
        await run.checkpoint.set(key, { ...stored, readAt: run.now });
      }
      return stored;
    }
    const entries = answer?.body ?? [];
    const etag = answer?.headers.get('etag') ?? undefined;
    const following = nextOf(answer?.headers.get('link') ?? '');
    const read: StoredPage<Item> = {
      readAt: run.now,
      ...(etag === undefined ? {} : { etag }),
      ...(following === undefined ? {} : { next: following }),
      full: entries.length >= list.pageSize,
      items: entries.map(list.keep),
    };
    await run.checkpoint.set(key, read);
    return read;
  }
}

/** The address of the next page in a `Link` header. */
function nextOf(link: string): string | undefined {
  return link
    .split(',')
    .map(part => /^\s*<([^>]+)>\s*;.*\brel="next"/.exec(part)?.[1])
    .find(url => url !== undefined);
}
