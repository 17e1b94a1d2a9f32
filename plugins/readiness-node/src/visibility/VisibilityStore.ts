import type { Knex } from 'knex';
import { writeRows } from '../database';

/**
 * A set of entities that readers with the same conditions may see.
 *
 * @public
 */
export interface VisibilitySet {
  id: number;
  filledAt: number;
}

interface EntityRow {
  id: number;
  uid: string | null;
  deleted_at: number | string | null;
}

interface VisibleEntityRow {
  set_id: number;
  entity_id: number;
}

/** Sets that nobody reads any more are kept this long, for running queries. */
const KEPT_MS = 10 * 60 * 1000;

/**
 * What readers may see, as sets of entities that every query can join. The
 * plugin's database has the tables `entities` (with `id`, `uid` and
 * `deleted_at`), `visibility_sets` and `visible_entities`.
 *
 * @public
 */
export class VisibilityStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** The newest set of that key filled at `since` or later. */
  async find(key: string, since: number): Promise<VisibilitySet | undefined> {
    const row = await this.#knex('visibility_sets')
      .where({ key })
      .where('filled_at', '>=', since)
      .orderBy('filled_at', 'desc')
      .orderBy('id', 'desc')
      .first('id', 'filled_at');
    return row && { id: row.id, filledAt: Number(row.filled_at) };
  }

  /**
   * Writes a new set. Sets are never changed: whoever reads one while another
   * replaces it reads all of it.
   */
  async create(
    key: string,
    uids: readonly string[],
    filledAt: number,
  ): Promise<VisibilitySet> {
    const visible = new Set(uids);
    const entities = await this.#knex<EntityRow>('entities')
      .whereNull('deleted_at')
      .whereNotNull('uid')
      .select('id', 'uid');
    return this.#knex.transaction(async transaction => {
      const [{ id }] = await transaction('visibility_sets')
        .insert({ key, filled_at: filledAt })
        .returning('id');
      await writeRows<VisibleEntityRow>(transaction, {
        table: 'visible_entities',
        columns: ['set_id', 'entity_id'],
        rows: entities
          .filter(entity => entity.uid !== null && visible.has(entity.uid))
          .map(entity => ({ set_id: id, entity_id: entity.id })),
      });
      return { id, filledAt };
    });
  }

  /** Removes sets that are no longer read. */
  async prune(now: number): Promise<void> {
    const old = this.#knex('visibility_sets')
      .where('filled_at', '<', now - KEPT_MS)
      .select('id');
    await this.#knex('visible_entities')
      .whereIn('set_id', old.clone())
      .delete();
    await this.#knex('visibility_sets')
      .where('filled_at', '<', now - KEPT_MS)
      .delete();
  }
}
