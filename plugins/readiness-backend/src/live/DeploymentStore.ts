import type { Knex } from 'knex';
import {
  inValues,
  writeRows,
  type DeploymentRow,
  type StoredTime,
} from '../database';

const KEY = ['entity_id', 'source', 'key'] satisfies Array<keyof DeploymentRow>;

const VALUES = [
  'environment',
  'version',
  'commit_sha',
  'commit_url',
  'committed_at',
  'deployed_by',
  'started_at',
  'finished_at',
  'at',
  'result',
  'rollback',
  'rework',
  'url',
  'hash',
] satisfies Array<keyof DeploymentRow>;

/** What all deployments of one entity to one environment add up to. */
export interface DeploymentSummary {
  entityId: number;
  environment: string;
  /** Those that succeeded. */
  succeeded: number;
  /** When the last that succeeded ended; milliseconds. */
  lastAt: number;
  lastUrl?: string;
  /** When the last rollback that succeeded ended; milliseconds. */
  rollbackAt?: number;
  rollbackUrl?: string;
}

/** PostgreSQL gives a count as a string. */
interface SummaryRow {
  entity_id: number;
  environment: string;
  succeeded: number | string;
  last_at: StoredTime;
  last_url: string | null;
  rollback_at: StoredTime | null;
  rollback_url: string | null;
}

/** What one write did. */
export interface DeploymentWrite {
  /** Entities of which something was written. */
  entityIds: number[];
  /** Deployments that were new, or of which something was new. */
  written: number;
}

/** This many of an entity and environment stay, however old they are. */
const KEPT = 10;
/** More of an entity and environment than this do not stay, however new. */
const KEPT_AT_MOST = 500;

/** The deployments of all entities. */
export class DeploymentStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * Writes what is new or changed; rows that say the same again are left alone.
   * What has ended stays ended, since messages arrive in any order.
   *
   * @param rows - of one source
   */
  async write(rows: readonly DeploymentRow[]): Promise<DeploymentWrite> {
    if (rows.length === 0) {
      return { entityIds: [], written: 0 };
    }
    const wanted = new Map(rows.map(row => [keyOf(row), row]));
    const known = await this.#known(rows[0].source, [...wanted.values()]);
    const changed = [...wanted].flatMap(([key, row]) => {
      const before = known.get(key);
      if (before === undefined) {
        return row;
      }
      const reopens =
        row.result === 'in-progress' && before.result !== 'in-progress';
      if (before.hash === row.hash || reopens) {
        return [];
      }
      // Without a time of its own it keeps the moment that it was first seen.
      const keepsTime =
        row.finished_at === null && before.result === row.result;
      return keepsTime ? { ...row, at: Number(before.at) } : row;
    });
    await writeRows<DeploymentRow>(this.#knex, {
      table: 'deployments',
      columns: [...KEY, ...VALUES],
      rows: changed,
      conflict: { key: KEY, update: { columns: VALUES } },
    });
    return {
      entityIds: [...new Set(changed.map(row => row.entity_id))],
      written: changed.length,
    };
  }

  /** Of one entity, the newest first. */
  async list(
    entityId: number,
    options: { environment: string; limit?: number; since?: number },
  ): Promise<DeploymentRow[]> {
    const query = this.#knex<DeploymentRow>('deployments')
      .where({ entity_id: entityId, environment: options.environment })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'key', order: 'desc' },
      ]);
    if (options.limit !== undefined) {
      query.limit(options.limit);
    }
    if (options.since !== undefined) {
      query.where('at', '>=', options.since);
    }
    return query.select();
  }

  /** Of these entities, in one statement. */
  async summarize(entityIds: readonly number[]): Promise<DeploymentSummary[]> {
    if (entityIds.length === 0) {
      return [];
    }
    const rank = (order: string) =>
      `row_number() over (partition by entity_id, environment order by ${order})`;
    const ranked = this.#knex('deployments')
      .where(inValues(this.#knex, 'entity_id', [...entityIds]))
      .where('result', 'succeeded')
      .select(
        'entity_id',
        'environment',
        'at',
        'url',
        'rollback',
        this.#knex.raw(`${rank('at desc, key desc')} as newest`),
        this.#knex.raw(
          `${rank(
            'case when rollback then 0 else 1 end, at desc, key desc',
          )} as newest_rollback`,
        ),
      )
      .as('ranked');
    const pick = (column: string, condition: string, alias: string) =>
      this.#knex.raw(
        `max(case when ${condition} then ${column} end) as ${alias}`,
      );
    const rows = await this.#knex
      .from(ranked)
      .groupBy('entity_id', 'environment')
      .orderBy(['entity_id', 'environment'])
      .select<SummaryRow[]>(
        'entity_id',
        'environment',
        this.#knex.raw('count(*) as succeeded'),
        pick('at', 'newest = 1', 'last_at'),
        pick('url', 'newest = 1', 'last_url'),
        pick('at', 'newest_rollback = 1 and rollback', 'rollback_at'),
        pick('url', 'newest_rollback = 1 and rollback', 'rollback_url'),
      );
    return rows.map(row => ({
      entityId: row.entity_id,
      environment: row.environment,
      succeeded: Number(row.succeeded),
      lastAt: Number(row.last_at),
      lastUrl: row.last_url ?? undefined,
      rollbackAt:
        row.rollback_at === null ? undefined : Number(row.rollback_at),
      rollbackUrl: row.rollback_url ?? undefined,
    }));
  }

  /**
   * Removes those from before a moment, but the last ones of each entity and
   * environment, and the oldest where there are too many.
   */
  async prune(before: number): Promise<void> {
    const ranked = this.#knex('deployments')
      .select(
        'entity_id',
        'source',
        'key',
        'at',
        this.#knex.raw(
          'row_number() over (partition by entity_id, environment ' +
            'order by at desc, key desc) as place',
        ),
      )
      .as('ranked');
    await this.#knex('deployments')
      .whereIn(
        ['entity_id', 'source', 'key'],
        this.#knex
          .from(ranked)
          .where('place', '>', KEPT_AT_MOST)
          .orWhere(old =>
            old.where('at', '<', before).where('place', '>', KEPT),
          )
          .select('entity_id', 'source', 'key'),
      )
      .delete();
  }

  async #known(
    source: string,
    rows: readonly DeploymentRow[],
  ): Promise<Map<string, Pick<DeploymentRow, 'hash' | 'result' | 'at'>>> {
    const ids = [...new Set(rows.map(row => row.entity_id))];
    const keys = [...new Set(rows.map(row => row.key))];
    const found = await this.#knex<DeploymentRow>('deployments')
      .where({ source })
      .where(inValues(this.#knex, 'entity_id', ids))
      .where(inValues(this.#knex, 'key', keys))
      .select('entity_id', 'source', 'key', 'hash', 'result', 'at');
    return new Map(found.map(row => [keyOf(row), row]));
  }
}

function keyOf(row: Pick<DeploymentRow, 'entity_id' | 'key'>): string {
  return `${row.entity_id}\n${row.key}`;
}
