import type { Knex } from 'knex';
import type { Incident } from '@airworthy/plugin-readiness-common';
import { inValues, writeRows, type IncidentRow } from '../database';
import { rowHash } from './rowHash';
import { toMilliseconds, toText } from '../util/times';

const KEY = ['entity_id', 'source', 'key'] satisfies Array<keyof IncidentRow>;
const VALUES = [
  'title',
  'started_at',
  'resolved_at',
  'urgency',
  'url',
  'hash',
] satisfies Array<keyof IncidentRow>;

/** More of an entity than this do not stay, however new. */
const KEPT_AT_MOST = 500;

/** The incidents of all entities. */
export class IncidentStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * Writes what is new or changed.
   *
   * @returns ids of the entities of which something changed
   */
  async write(
    source: string,
    incidents: ReadonlyArray<{ entityId: number; incident: Incident }>,
    now: number,
  ): Promise<number[]> {
    if (incidents.length === 0) {
      return [];
    }
    const wanted = new Map(
      incidents.map(({ entityId, incident }) => {
        const row = toRow(entityId, { ...incident, source }, now);
        return [keyOf(row), row];
      }),
    );
    const rows = [...wanted.values()];
    const known = await this.#knex<IncidentRow>('incidents')
      .where({ source })
      .where(
        inValues(this.#knex, 'entity_id', [
          ...new Set(rows.map(row => row.entity_id)),
        ]),
      )
      .where(
        inValues(this.#knex, 'key', [...new Set(rows.map(row => row.key))]),
      )
      .select('entity_id', 'key', 'hash');
    const hashes = new Map(known.map(row => [keyOf(row), row.hash]));
    const changed = rows.filter(row => hashes.get(keyOf(row)) !== row.hash);
    await writeRows<IncidentRow>(this.#knex, {
      table: 'incidents',
      columns: [...KEY, ...VALUES],
      rows: changed,
      conflict: { key: KEY, update: { columns: VALUES } },
    });
    return [...new Set(changed.map(row => row.entity_id))];
  }

  /** Of one entity, those that began since a moment, the newest first. */
  async list(
    entityId: number,
    entityRef: string,
    since: number,
  ): Promise<Incident[]> {
    const rows = await this.#knex<IncidentRow>('incidents')
      .where({ entity_id: entityId })
      .where('started_at', '>=', since)
      .orderBy('started_at', 'desc');
    return rows.map(row => readRow(row, entityRef));
  }

  /** Removes those that began before a moment, and the oldest of too many. */
  async prune(before: number): Promise<void> {
    const ranked = this.#knex('incidents')
      .select(
        'entity_id',
        'source',
        'key',
        this.#knex.raw(
          'row_number() over (partition by entity_id ' +
            'order by started_at desc, key desc) as place',
        ),
      )
      .as('ranked');
    await this.#knex('incidents').where('started_at', '<', before).delete();
    await this.#knex('incidents')
      .whereIn(
        KEY,
        this.#knex
          .from(ranked)
          .where('place', '>', KEPT_AT_MOST)
          .select('entity_id', 'source', 'key'),
      )
      .delete();
  }
}

function toRow(entityId: number, incident: Incident, now: number): IncidentRow {
  const told = {
    entity_id: entityId,
    source: incident.source,
    key: incident.key,
    title: incident.title,
    started_at: toMilliseconds(incident.startedAt) ?? now,
    resolved_at: toMilliseconds(incident.resolvedAt),
    urgency: incident.urgency ?? null,
    url: incident.url ?? null,
  };
  return { ...told, hash: rowHash(told) };
}

function readRow(row: IncidentRow, entityRef: string): Incident {
  return {
    entityRef,
    source: row.source,
    key: row.key,
    title: row.title,
    startedAt: toText(row.started_at),
    ...(row.resolved_at === null
      ? {}
      : { resolvedAt: toText(row.resolved_at) }),
    ...(row.urgency === 'high' || row.urgency === 'low'
      ? { urgency: row.urgency }
      : {}),
    ...(row.url === null ? {} : { url: row.url }),
  };
}

function keyOf(row: Pick<IncidentRow, 'entity_id' | 'key'>): string {
  return `${row.entity_id}\n${row.key}`;
}
