import type { Knex } from 'knex';
import type { SourceEntity } from '@airworthy/plugin-readiness-node';
import { inValues, writeRows, type EntityRow } from '../database';
import type { ProjectedEntity } from './projectEntity';
import { readEntity } from './readEntity';

/** What the reconciler needs to know of each row to find out what changed. */
export type KnownEntity = Pick<
  EntityRow,
  | 'id'
  | 'ref'
  | 'hash'
  | 'owner'
  | 'system'
  | 'domain'
  | 'tier'
  | 'lifecycle'
  | 'deleted_at'
>;

/** An entity whose place in the organisation changed: what it was before. */
export type EntityChange = Pick<
  EntityRow,
  'owner' | 'system' | 'domain' | 'tier' | 'lifecycle'
> & { entity_id: number };

const BATCH = 500;

const PROJECTED_COLUMNS = [
  'uid',
  'ref',
  'kind',
  'namespace',
  'name',
  'title',
  'type',
  'lifecycle',
  'tier',
  'owner',
  'system',
  'domain',
  'search',
  'projection',
  'hash',
] as const satisfies ReadonlyArray<keyof ProjectedEntity>;

const READ_COLUMNS = [
  'id',
  'ref',
  'kind',
  'namespace',
  'name',
  'title',
  'type',
  'lifecycle',
  'tier',
  'owner',
  'system',
  'domain',
  'projection',
] as const;

/** The plugin's copy of the catalog. */
export class EntityStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Runs what is written together, or not at all. */
  async transaction<T>(run: (transaction: Knex) => Promise<T>): Promise<T> {
    return this.#knex.transaction(run);
  }

  /** Every row, tombstones included. */
  async listKnown(): Promise<KnownEntity[]> {
    return this.#knex<EntityRow>('entities').select(
      'id',
      'ref',
      'hash',
      'owner',
      'system',
      'domain',
      'tier',
      'lifecycle',
      'deleted_at',
    );
  }

  /** Writes new and changed rows; a tombstone among them lives again. */
  async upsert(
    entities: readonly ProjectedEntity[],
    knex: Knex = this.#knex,
  ): Promise<void> {
    const columns = [...PROJECTED_COLUMNS];
    for (let start = 0; start < entities.length; start += BATCH) {
      await writeRows<ProjectedEntity>(knex, {
        table: 'entities',
        columns,
        rows: entities.slice(start, start + BATCH),
        conflict: {
          key: ['ref'],
          update: { columns, assignments: ['"deleted_at" = null'] },
        },
      });
    }
  }

  async recordChanges(
    changes: readonly EntityChange[],
    at: number,
    knex: Knex = this.#knex,
  ): Promise<void> {
    await writeRows(knex, {
      table: 'entity_changes',
      columns: [
        'entity_id',
        'at',
        'owner',
        'system',
        'domain',
        'tier',
        'lifecycle',
      ],
      rows: changes.map(change => ({ ...change, at })),
    });
  }

  async idsOf(
    refs: readonly string[],
    knex: Knex = this.#knex,
  ): Promise<Map<string, number>> {
    if (refs.length === 0) {
      return new Map();
    }
    const rows = await knex<EntityRow>('entities')
      .where(inValues(knex, 'ref', refs))
      .whereNull('deleted_at')
      .select('id', 'ref');
    return new Map(rows.map(row => [row.ref, row.id]));
  }

  async find(ref: string): Promise<SourceEntity | undefined> {
    const row = await this.#knex<EntityRow>('entities')
      .where({ ref })
      .whereNull('deleted_at')
      .first(...READ_COLUMNS);
    return row && readEntity(row);
  }

  /** Those of these refs that live, in any order. */
  async findAll(refs: readonly string[]): Promise<SourceEntity[]> {
    if (refs.length === 0) {
      return [];
    }
    const rows = await this.#knex<EntityRow>('entities')
      .where(inValues(this.#knex, 'ref', [...refs]))
      .whereNull('deleted_at')
      .select(...READ_COLUMNS);
    return rows.map(readEntity);
  }

  /**
   * Of what sources collect for: these refs, and what belongs to the systems
   * among them.
   */
  async withMembers(refs: readonly string[]): Promise<string[]> {
    return this.#knex<EntityRow>('entities')
      .whereNull('deleted_at')
      .where(isCollectedFor)
      .where(query =>
        query.where(inValues(this.#knex, 'ref', refs)).orWhere(
          inValues(
            this.#knex,
            'system',
            refs.filter(ref => ref.startsWith('system:')),
          ),
        ),
      )
      .pluck('ref');
  }

  /** The entities that sources collect for, in batches ordered by reference. */
  async *batches(): AsyncGenerator<SourceEntity[]> {
    let after = '';
    for (;;) {
      const rows = await this.#knex<EntityRow>('entities')
        .whereNull('deleted_at')
        .where('ref', '>', after)
        .where(isCollectedFor)
        .orderBy('ref')
        .limit(BATCH)
        .select(...READ_COLUMNS);
      if (rows.length === 0) {
        return;
      }
      after = rows[rows.length - 1].ref;
      yield rows.map(readEntity);
    }
  }

  /** All living entities of some kinds, for joins in memory. */
  async listByKind(kinds: readonly string[]): Promise<SourceEntity[]> {
    const rows = await this.#knex<EntityRow>('entities')
      .whereNull('deleted_at')
      .where(inValues(this.#knex, 'kind', kinds))
      .select(...READ_COLUMNS);
    return rows.map(readEntity);
  }

  async bury(ids: readonly number[], now: number): Promise<void> {
    await this.#knex('entities')
      .where(inValues(this.#knex, 'id', ids))
      .update({ deleted_at: now, hash: '' });
  }

  /**
   * Forgets what old tombstones held. Their id and reference stay, because
   * history is kept by them.
   */
  async purge(before: number): Promise<void> {
    const gone = this.#knex<EntityRow>('entities')
      .where('deleted_at', '<', before)
      .select('id');
    for (const table of ['facts', 'link_states']) {
      await this.#knex(table).whereIn('entity_id', gone.clone()).delete();
    }
    const purged = await this.#knex('entities')
      .where('deleted_at', '<', before)
      .whereNot('projection', '{}')
      .update({ projection: '{}', uid: null });
    if (purged > 0) {
      // A source that remembers having stated a fact would not state it again
      // to an entity that returns.
      await this.#knex('checkpoints').delete();
    }
  }
}

/** What has a scorecard or an owner; people and groups have neither. */
function isCollectedFor(query: Knex.QueryBuilder): void {
  query.where('kind', 'component').orWhereNotNull('owner');
}
