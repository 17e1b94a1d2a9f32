import type { Knex } from 'knex';
import { writeRows, type DailyRollupRow } from '../database';
import { FleetCounts, type GroupColumn } from '../fleet/FleetCounts';
import type { Fleet } from '../fleet/fleetQuery';
import { Tally } from '../fleet/Tally';

/** What daily rollups are kept by, besides the whole fleet. */
export type RollupDimension = Extract<
  GroupColumn,
  'owner' | 'system' | 'domain' | 'tier'
>;

/** Which rollups: the whole fleet, or one group of it. */
export type RollupSelection =
  | { dimension: 'all' }
  | { dimension: RollupDimension; key: string };

const DIMENSIONS: readonly RollupDimension[] = [
  'owner',
  'system',
  'domain',
  'tier',
];

const VALUES = [
  'services',
  'levels',
  'pass',
  'fail',
  'unknown',
  'not_applicable',
  'accepted',
] satisfies Array<keyof DailyRollupRow>;

/**
 * The fleet at the end of each day, for ever: what trends show of the time
 * before single transitions are kept. They count everything, so that only
 * readers of everything are shown them.
 */
export class DailyRollupStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Writes, or writes again, the rollups of the day of `now`. */
  async record(
    options: { checklist: string; environment: string },
    now: number,
  ): Promise<void> {
    const fleet: Fleet = { ...options, scope: { kind: 'all' }, filters: {} };
    const counts = new FleetCounts({ knex: this.#knex });
    const base = { ...options, day: dayOf(now) };
    const rows = [
      toRow({ ...base, dimension: 'all', key: '' }, await counts.total(fleet)),
    ];
    for (const dimension of DIMENSIONS) {
      for (const [key, { tally }] of await counts.groups(fleet, dimension)) {
        rows.push(toRow({ ...base, dimension, key }, tally));
      }
    }
    await writeRows<DailyRollupRow>(this.#knex, {
      table: 'daily_rollups',
      columns: [
        'checklist',
        'environment',
        'dimension',
        'key',
        'day',
        ...VALUES,
      ],
      rows,
      conflict: {
        key: ['checklist', 'environment', 'dimension', 'key', 'day'],
        update: { columns: VALUES },
      },
    });
  }

  /** The tally of each day of a span, the oldest first. */
  async read(
    options: { checklist: string; environment: string },
    selection: RollupSelection,
    span: { from: number; to: number },
  ): Promise<Array<{ day: string; tally: Tally }>> {
    const rows = await this.#knex<DailyRollupRow>('daily_rollups')
      .where({
        checklist: options.checklist,
        environment: options.environment,
        dimension: selection.dimension,
        key: selection.dimension === 'all' ? '' : selection.key,
      })
      .whereBetween('day', [dayOf(span.from), dayOf(span.to)])
      .orderBy('day')
      .select();
    return rows.map(row => ({ day: row.day, tally: readTally(row) }));
  }
}

/** The day of a moment, UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function toRow(
  key: Pick<
    DailyRollupRow,
    'checklist' | 'environment' | 'day' | 'dimension' | 'key'
  >,
  tally: Tally,
): DailyRollupRow {
  const [pass, fail, unknown, notApplicable, accepted] = tally.counts;
  return {
    ...key,
    services: tally.services,
    levels: JSON.stringify(tally.levelCounts),
    pass,
    fail,
    unknown,
    not_applicable: notApplicable,
    accepted,
  };
}

function readTally(row: DailyRollupRow): Tally {
  const tally = new Tally();
  const levels: Record<string, number> = JSON.parse(row.levels);
  for (const [level, services] of Object.entries(levels)) {
    tally.add({ level, services, counts: [0, 0, 0, 0, 0] });
  }
  tally.counts[0] = row.pass;
  tally.counts[1] = row.fail;
  tally.counts[2] = row.unknown;
  tally.counts[3] = row.not_applicable;
  tally.counts[4] = row.accepted;
  return tally;
}
