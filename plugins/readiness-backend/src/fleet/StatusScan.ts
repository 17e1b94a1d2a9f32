import type { Knex } from 'knex';
import { fleetQuery, type Fleet } from './fleetQuery';

/** What counts by check need of a scorecard. */
export interface ScannedStatuses {
  ref: string;
  statuses: string;
  level: string;
  level_rank: number;
  to_next: number;
}

/** The packed statuses of the fleet, for counts by check. */
export class StatusScan {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Ordered by reference, previews left out. */
  async rows(fleet: Fleet): Promise<ScannedStatuses[]> {
    return fleetQuery(this.#knex, fleet)
      .where('s.preview', false)
      .orderBy('e.ref')
      .select<ScannedStatuses[]>(
        'e.ref',
        's.statuses',
        's.level',
        's.level_rank',
        's.to_next',
      );
  }

  /** The rules that went wrong on scorecards of the fleet, by check. */
  async ruleErrors(fleet: Fleet): Promise<Map<string, string>> {
    const rows = await fleetQuery(this.#knex, fleet)
      .whereNotNull('s.rule_errors')
      .distinct<Array<{ rule_errors: string }>>('s.rule_errors');
    const errors = new Map<string, string>();
    for (const row of rows) {
      const stated: Array<{ check: string; message: string }> = JSON.parse(
        row.rule_errors,
      );
      for (const { check, message } of stated) {
        errors.set(check, message);
      }
    }
    return errors;
  }
}
