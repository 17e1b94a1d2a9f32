import type {
  FleetPage,
  RecordState,
  TradeoffAxis,
} from '@airworthy/plugin-tradeoffs-common';
import type { Knex } from 'knex';
import { inValues } from '../database';
import { readCursor, writeCursor } from './cursor';
import { toAxis } from './toAxis';
import {
  likePattern,
  narrowToCatalog,
  recordQuery,
  STATES,
  type RecordFilters,
  type Scope,
} from './recordQuery';

interface FleetEntity {
  ref: string;
  title: string | null;
  owner: string | null;
  system: string | null;
  rank: number;
}

interface FleetPosition {
  ref: string;
  axis: string | null;
  position: number | null;
  record_id: string;
  state: RecordState;
  date: string | null;
  review_at: number | string | null;
}

/** Kinds that decide something of their own. */
const KINDS = ['component', 'system', 'resource', 'api', 'domain'];

const ORDER: readonly RecordState[] = [
  'contradicted',
  'unknown',
  'holds',
  'none',
];

/** Entities by axes: where each stands, and where it is silent. */
export class FleetView {
  readonly #knex: Knex;
  readonly #axes: readonly TradeoffAxis[];
  readonly #now: () => number;

  constructor(options: {
    knex: Knex;
    axes: readonly TradeoffAxis[];
    now: () => number;
  }) {
    this.#knex = options.knex;
    this.#axes = options.axes;
    this.#now = options.now;
  }

  /**
   * Components and systems, and whatever else has a record in force; those with
   * a contradicted record first.
   */
  async page(
    scope: Scope,
    filters: RecordFilters,
    options: { limit: number; after?: string },
  ): Promise<FleetPage> {
    const { limit, after } = options;
    const now = this.#now();
    const rank = this.#rank(scope, now);
    const query = this.#entities(scope, filters, now)
      .select('e.ref', 'e.title', 'e.owner', 'e.system')
      .select(this.#knex.raw('(?) as rank', [rank]))
      .orderBy('rank')
      .orderBy('e.ref')
      .limit(limit + 1);
    if (after !== undefined) {
      const [lastRank, ref] = readCursor(after);
      query.whereRaw('((?) > ? or ((?) = ? and e.ref > ?))', [
        rank.clone(),
        lastRank,
        rank.clone(),
        lastRank,
        ref,
      ]);
    }
    const [found, count] = await Promise.all([
      query as Promise<FleetEntity[]>,
      this.#entities(scope, filters, now)
        .count({ count: '*' })
        .first<{ count: number | string }>(),
    ]);
    const page = found.slice(0, limit);
    const last = page[page.length - 1];
    const positions = await this.#positions(
      scope,
      page.map(({ ref }) => ref),
      now,
    );
    return {
      axes: this.#axes.map(toAxis),
      entities: page.map(entity =>
        toEntity(entity, positions.get(entity.ref) ?? [], now),
      ),
      total: Number(count.count),
      ...(found.length > limit &&
        last && { nextCursor: writeCursor([Number(last.rank), last.ref]) }),
    };
  }

  #entities(
    scope: Scope,
    filters: RecordFilters,
    now: number,
  ): Knex.QueryBuilder {
    const knex = this.#knex;
    const query = knex('entities as e').whereNull('e.deleted_at');
    narrowToCatalog(knex, query, scope);
    query.where(builder =>
      builder
        .whereIn('e.kind', ['component', 'system'])
        .orWhere(inner =>
          inner
            .whereIn('e.kind', KINDS)
            .whereIn('e.ref', this.#refsInForce(scope, {}, now)),
        ),
    );
    if (filters.q) {
      query.whereRaw(`e.search like ? escape '\\'`, [likePattern(filters.q)]);
    }
    for (const [column, refs] of [
      ['e.owner', filters.owner],
      ['e.system', filters.system],
    ] as const) {
      if (refs) {
        query.where(builder => {
          builder.where(inValues(knex, column, refs));
          if (refs.includes('')) {
            builder.orWhereNull(column);
          }
        });
      }
    }
    if (filters.mine) {
      query.where(inValues(knex, 'e.owner', filters.mine));
    }
    if (filters.axis || filters.state) {
      query.whereIn(
        'e.ref',
        this.#refsInForce(
          scope,
          { axis: filters.axis, state: filters.state },
          now,
        ),
      );
    }
    return query;
  }

  /** Entities that seen records in force name. */
  #refsInForce(
    scope: Scope,
    filters: Pick<RecordFilters, 'axis' | 'state'>,
    now: number,
  ): Knex.QueryBuilder {
    return this.#knex('record_entities as x')
      .whereIn(
        'x.record_id',
        recordQuery(this.#knex, scope, filters, now)
          .whereRaw(STATES['in-force'].sql)
          .select('r.id'),
      )
      .select('x.ref');
  }

  #rank(scope: Scope, now: number): Knex.QueryBuilder {
    return this.#knex('record_entities as x')
      .whereRaw('x.ref = e.ref')
      .whereIn(
        'x.record_id',
        recordQuery(this.#knex, scope, { state: ['contradicted'] }, now).select(
          'r.id',
        ),
      )
      .select(this.#knex.raw('case when count(*) > 0 then 0 else 1 end'));
  }

  async #positions(
    scope: Scope,
    refs: readonly string[],
    now: number,
  ): Promise<Map<string, FleetPosition[]>> {
    const knex = this.#knex;
    const rows: FleetPosition[] = await recordQuery(knex, scope, {}, now)
      .whereRaw(STATES['in-force'].sql)
      .join('record_entities as x', 'x.record_id', 'r.id')
      .where(inValues(knex, 'x.ref', refs))
      .leftJoin('record_positions as p', 'p.record_id', 'r.id')
      .orderBy('r.date')
      .orderBy('r.id')
      .select(
        'x.ref',
        'p.axis',
        'p.position',
        'r.id as record_id',
        'r.state',
        'r.date',
        'r.review_at',
      );
    const byRef = new Map<string, FleetPosition[]>();
    for (const row of rows) {
      byRef.set(row.ref, [...(byRef.get(row.ref) ?? []), row]);
    }
    return byRef;
  }
}

function toEntity(
  entity: FleetEntity,
  positions: readonly FleetPosition[],
  now: number,
): FleetPage['entities'][number] {
  const states = new Set(positions.map(({ state }) => state));
  return {
    ref: entity.ref,
    ...(entity.title !== null && { title: entity.title }),
    ...(entity.owner !== null && { owner: entity.owner }),
    ...(entity.system !== null && { system: entity.system }),
    state: ORDER.find(state => states.has(state)) ?? 'none',
    // The newest record stands last, and is what remains.
    positions: Object.fromEntries(
      positions.flatMap(row =>
        row.axis === null || row.position === null
          ? []
          : [
              [
                row.axis,
                {
                  position: row.position,
                  recordId: row.record_id,
                  state: row.state,
                  ...(row.review_at !== null &&
                    Number(row.review_at) < now && { overdue: true }),
                },
              ],
            ],
      ),
    ),
  };
}
