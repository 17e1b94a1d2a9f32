import type { Knex } from 'knex';
import type { ScorecardRecord } from '../database';
import { fleetQuery, type Fleet } from './fleetQuery';
import { Tally } from './Tally';

/** What the fleet is counted by. */
export type GroupColumn =
  | 'owner'
  | 'system'
  | 'domain'
  | 'tier'
  | 'lifecycle'
  | 'level';

/** One group of the fleet as it is now. */
export interface CountedGroup {
  tally: Tally;
  /** Services one or two checks from their next level. */
  nearNext: number;
}

/** Sums as the drivers give them. */
type Summed = number | string;

interface CountRow {
  key: string | number | null;
  level: string;
  services: Summed;
  near: Summed;
  pass: Summed;
  fail: Summed;
  unknown: Summed;
  not_applicable: Summed;
  accepted: Summed;
}

const SUMMED = ['pass', 'fail', 'unknown', 'not_applicable', 'accepted'];
const NEAR = 2;

/** Counts over the fleet as it is now. */
export class FleetCounts {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** When any entity was last evaluated, in milliseconds. */
  async lastEvaluation(
    checklist: string,
    environment: string,
  ): Promise<number | undefined> {
    const row = await this.#knex<ScorecardRecord>('scorecards')
      .where({ checklist, environment })
      .max({ at: 'evaluated_at' })
      .first();
    return row?.at === null || row?.at === undefined
      ? undefined
      : Number(row.at);
  }

  /** Scorecards that rollups leave out. */
  async previews(fleet: Fleet): Promise<number> {
    const row = await fleetQuery(this.#knex, fleet)
      .where('s.preview', true)
      .count({ count: '*' })
      .first();
    return Number(row?.count ?? 0);
  }

  /** All services together, previews left out. */
  async total(fleet: Fleet): Promise<Tally> {
    const groups = await this.groups(fleet, 'level');
    const total = new Tally();
    for (const [level, { tally }] of groups) {
      total.add({ level, counts: tally.counts, services: tally.services });
    }
    return total;
  }

  /** Services by group, previews left out; the empty key stands for none. */
  async groups(
    fleet: Fleet,
    by: GroupColumn,
  ): Promise<Map<string, CountedGroup>> {
    const key = by === 'level' ? 's.level' : `e.${by}`;
    const rows = await fleetQuery(this.#knex, fleet)
      .where('s.preview', false)
      .groupBy([key, 's.level'])
      .select<CountRow[]>(
        this.#knex.raw('?? as ??', [key, 'key']),
        's.level',
        this.#knex.raw('count(*) as services'),
        this.#knex.raw(
          'sum(case when s.to_next between 1 and ? then 1 else 0 end) as near',
          [NEAR],
        ),
        ...SUMMED.map(column =>
          this.#knex.raw('sum(??) as ??', [`s.${column}`, column]),
        ),
      );
    const groups = new Map<string, CountedGroup>();
    for (const row of rows) {
      const name = String(row.key ?? '');
      const group = groups.get(name) ?? { tally: new Tally(), nearNext: 0 };
      groups.set(name, group);
      group.nearNext += Number(row.near);
      group.tally.add({
        level: row.level,
        services: Number(row.services),
        counts: [
          Number(row.pass),
          Number(row.fail),
          Number(row.unknown),
          Number(row.not_applicable),
          Number(row.accepted),
        ],
      });
    }
    return groups;
  }
}
