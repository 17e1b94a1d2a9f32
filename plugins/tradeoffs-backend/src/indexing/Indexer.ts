import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import {
  hashJson,
  NoRepositoryError,
  type RepositoryLocator,
  type RepositoryReader,
} from '@airworthy/plugin-readiness-node';
import type { Knex } from 'knex';
import limiterFactory from 'p-limit';
import type { CatalogCopy } from '../catalog/CatalogCopy';
import {
  inValues,
  writeRows,
  type EntityRow,
  type RepositoryRow,
} from '../database';
import type { ChangeFeed } from '../records/ChangeFeed';
import { groupRepositories, type RepositoryGroup } from './groupRepositories';
import { readRecordFiles } from './readRecordFiles';
import type { RepositoryIndex } from './RepositoryIndex';

/**
 * Raised with every change of what is read out of a record, so that
 * repositories that did not change are read again.
 */
const READER_VERSION = 1;

/** Entities that are told of at a time when they were first read. */
const FRESH_PER_EVENT = 500;

/** @see Indexer */
export interface IndexerOptions {
  knex: Knex;
  catalog: CatalogCopy;
  locator: RepositoryLocator;
  reader: RepositoryReader;
  index: RepositoryIndex;
  feed: ChangeFeed;
  logger: LoggerService;
  folders: readonly string[];
  /** Repositories that are read at the same time. */
  concurrency: number;
}

/**
 * Keeps the index of records beside what repositories hold: each is read once
 * for all of its entities, and not at all while it does not change. The index
 * can be thrown away and made again.
 */
export class Indexer {
  readonly #options: IndexerOptions;

  constructor(options: IndexerOptions) {
    this.#options = options;
  }

  /** Looks at the catalog and at every repository in it. */
  async run(now: number, signal: AbortSignal): Promise<void> {
    const { knex, catalog, locator, index, feed, concurrency } = this.#options;
    await catalog.reconcile(now, signal);
    const groups = await groupRepositories(catalog, locator, signal);
    const known = new Map(
      (await knex<RepositoryRow>('repositories')).map(row => [row.key, row]),
    );
    const unread = new Set(
      await knex<EntityRow>('entities')
        .whereNull('records_read_at')
        .whereNull('deleted_at')
        .pluck('ref'),
    );
    const grouped = new Set(
      groups.flatMap(group => group.entities.map(({ ref }) => ref)),
    );
    // Nothing lies where there is no repository: that is known at once.
    let fresh = [...unread].filter(ref => !grouped.has(ref));
    const flush = async () => {
      const refs = fresh;
      fresh = [];
      await this.#markRead(refs, now);
    };
    await flush();
    const limit = limiterFactory(concurrency);
    await Promise.all(
      groups.map(group =>
        limit(async () => {
          signal.throwIfAborted();
          if (
            await this.#indexGroup(group, known.get(group.key), now, signal)
          ) {
            fresh.push(
              ...group.entities
                .map(({ ref }) => ref)
                .filter(ref => unread.has(ref)),
            );
          }
          if (fresh.length >= FRESH_PER_EVENT) {
            await flush();
          }
        }),
      ),
    );
    await flush();
    const named = new Set(groups.map(group => group.key));
    const gone = [...known.keys()].filter(key => !named.has(key));
    if (gone.length > 0) {
      await feed.publish(await index.forget(gone, now));
    }
  }

  /** @returns whether what the repository holds is known */
  async #indexGroup(
    group: RepositoryGroup,
    known: RepositoryRow | undefined,
    now: number,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { reader, index, feed, folders, logger } = this.#options;
    const fingerprint = hashJson({
      version: READER_VERSION,
      entities: group.entities,
      folders,
    });
    const etag =
      known?.fingerprint === fingerprint ? known.etag ?? undefined : undefined;
    try {
      const read = await reader.read(group.location, etag, signal);
      const files = await readRecordFiles(read.tree, {
        entities: group.entities,
        folders,
      });
      await feed.publish(await index.apply(group, files, now));
      await this.#remember({
        key: group.key,
        etag: read.etag,
        fingerprint,
        read_at: now,
        problem: null,
      });
      return true;
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') {
        if (known && known.problem !== null) {
          await this.#remember({ ...known, problem: null });
        }
        return true;
      }
      signal.throwIfAborted();
      if (error instanceof NoRepositoryError) {
        return true;
      }
      // What was read before stays: an outage is no decision.
      const problem = stringifyError(error).slice(0, 1000);
      logger.warn(`The records of ${group.key} were not read: ${problem}`);
      await this.#remember({
        key: group.key,
        etag: known?.etag ?? null,
        fingerprint: known?.fingerprint ?? '',
        read_at: known?.read_at ?? null,
        problem,
      });
      return false;
    }
  }

  /** Tells that, from now on, what is on no record of these is not decided. */
  async #markRead(refs: readonly string[], now: number): Promise<void> {
    if (refs.length === 0) {
      return;
    }
    const { knex, feed } = this.#options;
    await knex<EntityRow>('entities')
      .where(inValues(knex, 'ref', refs))
      .update({ records_read_at: now });
    await feed.publish({ recordIds: [], entityRefs: [...refs] });
  }

  async #remember(row: RepositoryRow): Promise<void> {
    const columns = [
      'key',
      'etag',
      'fingerprint',
      'read_at',
      'problem',
    ] satisfies Array<keyof RepositoryRow>;
    await writeRows<RepositoryRow>(this.#options.knex, {
      table: 'repositories',
      columns,
      rows: [row],
      conflict: { key: ['key'], update: { columns } },
    });
  }
}
