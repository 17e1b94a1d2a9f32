import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { projectEntity, type ProjectedEntity } from '../entities/projectEntity';
import type {
  EntityChange,
  EntityStore,
  KnownEntity,
} from '../entities/EntityStore';
import type { Change } from '../evaluate/Change';
import type { EvaluationQueue } from '../evaluate/EvaluationQueue';

/** What one reconcile found. */
export interface ReconcileResult {
  seen: number;
  added: number;
  changed: number;
  gone: number;
}

/** @see Reconciler */
export interface ReconcilerOptions {
  catalog: Pick<CatalogService, 'streamEntities'>;
  auth: AuthService;
  entities: EntityStore;
  /** Ends the scorecards of entities that left the catalog. */
  retire(entityIds: readonly number[], now: number): Promise<void>;
  queue: EvaluationQueue;
  logger: LoggerService;
  /** @see catalogFields */
  fields: string[];
}

const PAGE_SIZE = 500;
const TOMBSTONE_AGE = 30 * 24 * 60 * 60 * 1000;

/** What decides where past rollups count an entity. */
const PLACE = ['owner', 'system', 'domain', 'tier', 'lifecycle'] as const;

/**
 * Brings the plugin's copy of the catalog up to date. The catalog has no feed of
 * changes: everything is streamed, and what differs is written.
 */
export class Reconciler {
  readonly #options: ReconcilerOptions;

  constructor(options: ReconcilerOptions) {
    this.#options = options;
  }

  /**
   * Streams the catalog and writes what changed. What is gone is only told from
   * a complete stream: an interrupted one throws before anything is buried.
   *
   * @param now - milliseconds since the epoch
   */
  async reconcile(now: number, signal: AbortSignal): Promise<ReconcileResult> {
    const { entities } = this.#options;
    const known = new Map(
      (await entities.listKnown()).map(row => [row.ref, row]),
    );
    const domains = await this.#readDomains(signal);
    const seen = new Set<string>();
    const result = { seen: 0, added: 0, changed: 0, gone: 0 };
    for await (const page of this.#stream(undefined, signal)) {
      const differing: ProjectedEntity[] = [];
      for (const entity of page) {
        const projected = projectEntity(entity, {
          domainOf: ref => domains.get(ref),
        });
        // Pages can overlap while the catalog changes.
        if (seen.has(projected.ref)) {
          continue;
        }
        seen.add(projected.ref);
        const before = known.get(projected.ref);
        if (before?.hash !== projected.hash) {
          differing.push(projected);
          result[before && before.deleted_at === null ? 'changed' : 'added']++;
        }
      }
      await this.#write(differing, known, now);
    }
    result.seen = seen.size;
    const gone = [...known.values()].filter(
      row => row.deleted_at === null && !seen.has(row.ref),
    );
    result.gone = gone.length;
    await this.#bury(gone, now);
    await entities.purge(now - TOMBSTONE_AGE);
    return result;
  }

  async *#stream(
    filter: Record<string, string> | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<Entity[]> {
    const { catalog, auth, fields } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    for await (const page of catalog.streamEntities(
      {
        ...(filter ? { filter } : {}),
        fields,
        pageSize: PAGE_SIZE,
      },
      { credentials },
    )) {
      signal.throwIfAborted();
      yield page;
    }
  }

  async #readDomains(signal: AbortSignal): Promise<Map<string, string>> {
    const domains = new Map<string, string>();
    for await (const page of this.#stream({ kind: 'system' }, signal)) {
      for (const system of page) {
        const { domain } = projectEntity(system, {
          domainOf: () => undefined,
        });
        if (domain) {
          domains.set(stringifyEntityRef(system), domain);
        }
      }
    }
    return domains;
  }

  async #write(
    differing: readonly ProjectedEntity[],
    known: ReadonlyMap<string, KnownEntity>,
    now: number,
  ): Promise<void> {
    if (differing.length === 0) {
      return;
    }
    const { entities, queue } = this.#options;
    const moved: EntityChange[] = [];
    const changesByRef = new Map<string, Change[]>();
    for (const entity of differing) {
      const before = known.get(entity.ref);
      const fields = before
        ? PLACE.filter(field => before[field] !== entity[field])
        : [];
      changesByRef.set(entity.ref, before ? [{ kind: 'entity', fields }] : []);
      if (before && before.deleted_at === null && fields.length > 0) {
        const { id, owner, system, domain, tier, lifecycle } = before;
        moved.push({ entity_id: id, owner, system, domain, tier, lifecycle });
      }
    }
    // What is written but not queued would never be evaluated: the next
    // reconcile finds nothing different about it.
    await entities.transaction(async transaction => {
      await entities.upsert(differing, transaction);
      await entities.recordChanges(moved, now, transaction);
      const ids = await entities.idsOf([...changesByRef.keys()], transaction);
      await queue.add(
        [...ids].map(([ref, entityId]) => ({
          entityId,
          changes: changesByRef.get(ref) ?? [],
        })),
        now,
        transaction,
      );
    });
    queue.notify();
  }

  async #bury(gone: readonly KnownEntity[], now: number): Promise<void> {
    if (gone.length === 0) {
      return;
    }
    const { entities, queue, logger } = this.#options;
    const ids = gone.map(row => row.id);
    // Buried last: what is interrupted before that is found again.
    await queue.remove(ids);
    await this.#options.retire(ids, now);
    await entities.bury(ids, now);
    logger.info(`${gone.length} entities left the catalog`);
  }
}
