import type { Knex } from 'knex';
import type { ScorecardRecord } from '../database';
import { fleetQuery, type Fleet } from './fleetQuery';

/** How many services there are, at which level, with how many statuses. */
export interface FleetTotals {
  services: number;
  levels: Map<string, number>;
  /** In the order pass, fail, unknown, not applicable, accepted. */
  counts: [number, number, number, number, number];
}

/** Sums as the drivers give them. */
type Summed = number | string;

interface TotalsRow {
  level: string;
  services: Summed;
  pass: Summed;
  fail: Summed;
  unknown: Summed;
  not_applicable: Summed;
  accepted: Summed;
}

const SUMMED = ['pass', 'fail', 'unknown', 'not_applicable', 'accepted'];

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

  /** Totals without previews. */
  async totals(fleet: Fleet): Promise<FleetTotals> {
    const rows = await fleetQuery(this.#knex, fleet)
      .where('s.preview', false)
      .groupBy('s.level')
      .select<TotalsRow[]>('s.level', ...totalColumns(this.#knex));
    const totals: FleetTotals = {
      services: 0,
      levels: new Map(),
      counts: [0, 0, 0, 0, 0],
    };
    for (const row of rows) {
      totals.services += Number(row.services);
      totals.levels.set(row.level, Number(row.services));
      [
        row.pass,
        row.fail,
        row.unknown,
        row.not_applicable,
        row.accepted,
      ].forEach((count, index) => {
        totals.counts[index] += Number(count);
      });
    }
    return totals;
  }
}

function totalColumns(knex: Knex): Knex.Raw[] {
  return [
    knex.raw('count(*) as services'),
    ...SUMMED.map(column => knex.raw('sum(??) as ??', [`s.${column}`, column])),
  ];
}
