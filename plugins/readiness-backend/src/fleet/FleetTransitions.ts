import type { FleetTransition } from '@airworthy/plugin-readiness-common';
import type { Knex } from 'knex';
import { unpackStatusWord } from '../checklist/unpackStatus';
import { fleetQuery, type Fleet } from './fleetQuery';

/** Which changes of the fleet. */
export interface FleetTransitionOptions {
  /** Milliseconds. */
  since: number;
  direction?: 'regression' | 'improvement';
  limit: number;
}

interface TransitionWithEntity {
  ref: string;
  name: string;
  title: string | null;
  check_id: string;
  from_value: string | null;
  to_value: string | null;
  at: number | string;
  why: string | null;
  level_from: string | null;
  level_to: string | null;
}

const GOOD = ['pass', 'accepted'];
const BAD = ['fail', 'unknown'];

/** What changed in the fleet, previews and changes of rules left out. */
export class FleetTransitions {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async list(
    fleet: Fleet,
    options: FleetTransitionOptions,
  ): Promise<{ items: FleetTransition[]; total: number }> {
    const counted = await this.#query(fleet, options)
      .count({ count: '*' })
      .first();
    const rows = await this.#query(fleet, options)
      .leftJoin('transitions as l', join =>
        join
          .on('l.entity_id', 't.entity_id')
          .andOn('l.environment', 't.environment')
          .andOn('l.checklist', 't.checklist')
          .andOn('l.at', 't.at')
          .andOnVal('l.check_id', ''),
      )
      .orderBy('t.at', 'desc')
      .orderBy('t.id', 'desc')
      .limit(options.limit)
      .select<TransitionWithEntity[]>(
        'e.ref',
        'e.name',
        'e.title',
        't.check_id',
        't.from_value',
        't.to_value',
        't.at',
        't.why',
        'l.from_value as level_from',
        'l.to_value as level_to',
      );
    return {
      items: rows.map(toTransition),
      total: Number(counted?.count ?? 0),
    };
  }

  #query(fleet: Fleet, options: FleetTransitionOptions): Knex.QueryBuilder {
    const query = fleetQuery(this.#knex, fleet)
      .join('transitions as t', join =>
        join
          .on('t.entity_id', 's.entity_id')
          .andOn('t.environment', 's.environment')
          .andOn('t.checklist', 's.checklist'),
      )
      .where('s.preview', false)
      .where('t.cause', 'change')
      .whereNot('t.check_id', '')
      .where('t.at', '>=', options.since);
    if (options.direction) {
      const regression = options.direction === 'regression';
      query
        .whereIn('t.from_value', regression ? GOOD : BAD)
        .whereIn('t.to_value', regression ? BAD : GOOD);
    }
    return query;
  }
}

function toTransition(row: TransitionWithEntity): FleetTransition {
  const { level_from: from, level_to: to } = row;
  return {
    ref: row.ref,
    title: row.title ?? row.name,
    check: row.check_id,
    from: unpackStatusWord(row.from_value),
    to: unpackStatusWord(row.to_value),
    at: new Date(Number(row.at)).toISOString(),
    why: row.why ?? '',
    ...(from !== null && to !== null && from !== to
      ? { levelChange: { from, to } }
      : {}),
  };
}
