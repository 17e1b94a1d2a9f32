import type {
  AssumptionReport,
  CountingAcceptance,
  OpenAssumption,
} from '@airworthy/plugin-tradeoffs-node';
import { judgeAssumption } from '@airworthy/plugin-tradeoffs-common';
import type { Knex } from 'knex';
import {
  inValues,
  updateRows,
  type AssumptionRow,
  type RecordEntityRow,
} from '../database';
import type { ChangeFeed } from '../records/ChangeFeed';
import { refreshStanding } from '../records/refreshStanding';

/** What another back end asks of records, and tells about them. */
export class AssumptionStore {
  readonly #options: { knex: Knex; feed: ChangeFeed; now: () => number };

  constructor(options: { knex: Knex; feed: ChangeFeed; now: () => number }) {
    this.#options = options;
  }

  /**
   * The acceptances that count now, ordered. A record accepts nothing for an
   * entity of another owner than its own: nobody excuses what is not theirs.
   */
  async acceptances(options: {
    entityRefs?: readonly string[];
    after?: readonly [string, string, string];
    limit: number;
  }): Promise<CountingAcceptance[]> {
    const { knex, now } = this.#options;
    const query = knex('record_accepts as a')
      .join('records as r', 'r.id', 'a.record_id')
      .join('confirmations as c', join =>
        join.on('c.record_id', 'r.id').andOn('c.meaning', 'r.meaning'),
      )
      .join('record_entities as x', 'x.record_id', 'r.id')
      .join('entities as e', join =>
        join.on('e.ref', 'x.ref').andOnNull('e.deleted_at'),
      )
      .join('record_entities as x0', join =>
        join.on('x0.record_id', 'r.id').andOnVal('x0.position', 0),
      )
      .leftJoin('entities as e0', 'e0.ref', 'x0.ref')
      .where('r.in_force', true)
      .whereNot('r.state', 'contradicted')
      .where('a.until_at', '>=', now())
      .where(builder =>
        builder.where('x.position', 0).orWhereRaw('e.owner = e0.owner'),
      )
      .orderBy('x.ref')
      .orderBy('r.id')
      .orderBy('a.check_id')
      .limit(options.limit);
    if (options.entityRefs) {
      query.where(inValues(knex, 'x.ref', options.entityRefs));
    }
    if (options.after) {
      query.whereRaw('(x.ref, r.id, a.check_id) > (?, ?, ?)', [
        ...options.after,
      ]);
    }
    const rows = await query.select<
      Array<{
        ref: string;
        check_id: string;
        id: string;
        title: string;
        until_at: number | string;
      }>
    >('x.ref', 'a.check_id', 'r.id', 'r.title', 'a.until_at');
    return rows.map(row => ({
      entityRef: row.ref,
      check: row.check_id,
      recordId: row.id,
      recordTitle: row.title,
      until: new Date(Number(row.until_at)).toISOString(),
    }));
  }

  /** What records in force assume, ordered. */
  async assumptions(options: {
    entityRefs?: readonly string[];
    after?: readonly [string, string, string];
    limit: number;
  }): Promise<OpenAssumption[]> {
    const { knex } = this.#options;
    const query = knex('record_assumptions as a')
      .join('records as r', 'r.id', 'a.record_id')
      .where('r.in_force', true)
      .orderBy('a.ref')
      .orderBy('r.id')
      .orderBy('a.assumption_id')
      .limit(options.limit);
    if (options.entityRefs) {
      query.where(inValues(knex, 'a.ref', options.entityRefs));
    }
    if (options.after) {
      query.whereRaw('(a.ref, r.id, a.assumption_id) > (?, ?, ?)', [
        ...options.after,
      ]);
    }
    const rows = await query.select<
      Array<
        Pick<
          AssumptionRow,
          'ref' | 'assumption_id' | 'rule' | 'outcome' | 'reason'
        > & { id: string }
      >
    >('a.ref', 'r.id', 'a.assumption_id', 'a.rule', 'a.outcome', 'a.reason');
    return rows.map(row => ({
      entityRef: row.ref,
      recordId: row.id,
      assumptionId: row.assumption_id,
      rule: row.rule,
      reported: row.outcome !== 'unknown' || row.reason !== null,
    }));
  }

  /**
   * Takes what the facts make of assumptions.
   *
   * @returns how many said something new
   */
  async report(reports: readonly AssumptionReport[]): Promise<number> {
    const { knex, feed, now } = this.#options;
    const at = now();
    const byKey = new Map(
      reports.map(report => [
        keyOf(report.recordId, report.entityRef, report.assumptionId),
        report,
      ]),
    );
    const result = await knex.transaction(async transaction => {
      const rows = await transaction<AssumptionRow>('record_assumptions').where(
        inValues(transaction, 'record_id', [
          ...new Set(reports.map(({ recordId }) => recordId)),
        ]),
      );
      const changed = rows.flatMap(row => {
        const report = byKey.get(
          keyOf(row.record_id, row.ref, row.assumption_id),
        );
        // A report on a rule that was changed since says nothing about this one.
        if (!report || report.rule !== row.rule) {
          return [];
        }
        const next = applyReport(row, report, at);
        return isSame(row, next) ? [] : [next];
      });
      const recordIds = await this.#store(transaction, changed, rows, at);
      return { changed: changed.length, recordIds };
    });
    await this.#publish(result.recordIds, feed);
    return result.changed;
  }

  /** Turns what has been false for long enough into contradictions. */
  async markDue(): Promise<void> {
    const { knex, feed, now } = this.#options;
    const at = now();
    const recordIds = await knex.transaction(async transaction => {
      const rows = await transaction<AssumptionRow>('record_assumptions').where(
        'due_at',
        '<=',
        at,
      );
      const changed = rows.map(
        (row): AssumptionRow => ({
          ...row,
          state: 'contradicted',
          since: at,
          due_at: null,
        }),
      );
      return this.#store(transaction, changed, rows, at);
    });
    await this.#publish(recordIds, feed);
  }

  /** @returns ids of records that came to something else */
  async #store(
    knex: Knex,
    changed: readonly AssumptionRow[],
    before: readonly AssumptionRow[],
    at: number,
  ): Promise<string[]> {
    if (changed.length === 0) {
      return [];
    }
    await updateRows<AssumptionRow>(knex, {
      table: 'record_assumptions',
      key: ['record_id', 'ref', 'assumption_id'],
      values: [
        'outcome',
        'state',
        'value',
        'source',
        'url',
        'observed_at',
        'reason',
        'false_since',
        'since',
        'due_at',
      ],
      rows: changed,
    });
    const states = new Map(
      before.map(row => [
        keyOf(row.record_id, row.ref, row.assumption_id),
        row.state,
      ]),
    );
    const turned = changed.filter(
      row =>
        states.get(keyOf(row.record_id, row.ref, row.assumption_id)) !==
        row.state,
    );
    return turned.length === 0
      ? []
      : refreshStanding(knex, {
          recordIds: [...new Set(turned.map(row => row.record_id))],
          now: at,
        });
  }

  async #publish(
    recordIds: readonly string[],
    feed: ChangeFeed,
  ): Promise<void> {
    if (recordIds.length === 0) {
      return;
    }
    const { knex } = this.#options;
    const entityRefs = await knex<RecordEntityRow>('record_entities')
      .where(inValues(knex, 'record_id', recordIds))
      .distinct('ref')
      .pluck('ref');
    await feed.publish({ recordIds: [...recordIds], entityRefs });
  }
}

function applyReport(
  row: AssumptionRow,
  report: AssumptionReport,
  at: number,
): AssumptionRow {
  const { outcome } = report;
  const forMs = Number(row.for_ms);
  // What is unknown for a while has not become true: the time runs on.
  const runningSince =
    row.false_since === null ? undefined : Number(row.false_since);
  const falseSince =
    outcome === 'true'
      ? undefined
      : runningSince ?? (outcome === 'false' ? at : undefined);
  const state = judgeAssumption({ outcome, falseSince, forMs, now: at });
  return {
    ...row,
    outcome,
    state,
    value: report.value ?? null,
    source: report.source ?? null,
    url: report.url ?? null,
    observed_at: report.observedAt ?? null,
    reason: report.reason ?? null,
    false_since: falseSince ?? null,
    since: state === row.state ? row.since : at,
    due_at:
      outcome === 'false' &&
      falseSince !== undefined &&
      state !== 'contradicted'
        ? falseSince + forMs
        : null,
  };
}

function isSame(a: AssumptionRow, b: AssumptionRow): boolean {
  return (
    a.outcome === b.outcome &&
    a.state === b.state &&
    a.value === b.value &&
    a.source === b.source &&
    a.url === b.url &&
    a.reason === b.reason &&
    a.observed_at === b.observed_at
  );
}

function keyOf(recordId: string, ref: string, assumptionId: string): string {
  return JSON.stringify([recordId, ref, assumptionId]);
}
