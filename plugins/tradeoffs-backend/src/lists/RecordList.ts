import type { RecordPage } from '@airworthy/plugin-tradeoffs-common';
import type { Knex } from 'knex';
import { readCursor, writeCursor } from './cursor';
import {
  RANK,
  recordQuery,
  STATES,
  type RecordFilters,
  type Scope,
} from './recordQuery';
import {
  selectRecord,
  type RecordRows,
  type SelectedRecord,
} from './RecordRows';

/** Pages of records, those that need somebody first. */
export class RecordList {
  readonly #knex: Knex;
  readonly #rows: RecordRows;
  readonly #now: () => number;

  constructor(options: { knex: Knex; rows: RecordRows; now: () => number }) {
    this.#knex = options.knex;
    this.#rows = options.rows;
    this.#now = options.now;
  }

  async page(
    scope: Scope,
    filters: RecordFilters,
    options: { limit: number; after?: string },
  ): Promise<RecordPage> {
    const now = this.#now();
    const knex = this.#knex;
    const { limit, after } = options;
    const query = selectRecord(knex, recordQuery(knex, scope, filters, now))
      .select(knex.raw(`${RANK} as rank`, [now]))
      .orderByRaw(`${RANK}, r.id`, [now])
      .limit(limit + 1);
    if (after !== undefined) {
      const [rank, id] = readCursor(after);
      query.whereRaw(`(${RANK} > ? or (${RANK} = ? and r.id > ?))`, [
        now,
        rank,
        now,
        rank,
        id,
      ]);
    }
    const [found, total, counts] = await Promise.all([
      query as Promise<Array<SelectedRecord & { rank: number }>>,
      this.#count(scope, filters, now),
      this.#counts(scope, filters, now),
    ]);
    const page = found.slice(0, limit);
    const last = page[page.length - 1];
    return {
      items: await this.#rows.build(page, scope, now),
      total,
      counts,
      ...(found.length > limit &&
        last && { nextCursor: writeCursor([Number(last.rank), last.id]) }),
    };
  }

  async #count(
    scope: Scope,
    filters: RecordFilters,
    now: number,
  ): Promise<number> {
    const row = await recordQuery(this.#knex, scope, filters, now)
      .count({ count: '*' })
      .first<{ count: number | string }>();
    return Number(row.count);
  }

  /** What another choice of status or state would leave. */
  async #counts(
    scope: Scope,
    filters: RecordFilters,
    now: number,
  ): Promise<RecordPage['counts']> {
    const others = { ...filters, status: undefined, state: undefined };
    const names = Object.keys(STATES) as Array<keyof typeof STATES>;
    const byState = recordQuery(this.#knex, scope, others, now);
    for (const name of names) {
      const { sql, now: times } = STATES[name];
      byState.select(
        this.#knex.raw(`sum(case when ${sql} then 1 else 0 end) as ??`, [
          ...(times ? [now] : []),
          name,
        ]),
      );
    }
    const [statuses, states] = await Promise.all([
      recordQuery(this.#knex, scope, others, now)
        .groupBy('r.status')
        .select<Array<{ status: string; count: number | string }>>(
          'r.status',
          this.#knex.raw('count(*) as count'),
        ),
      byState.first<Record<string, number | string | null>>(),
    ]);
    return {
      status: Object.fromEntries(
        statuses.map(row => [row.status, Number(row.count)]),
      ),
      state: Object.fromEntries(
        names.map(name => [name, Number(states[name] ?? 0)]),
      ),
    };
  }
}
