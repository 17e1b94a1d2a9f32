import type { Knex } from 'knex';
import { z } from 'zod';
import {
  ALERT_STATES,
  type Alert,
  type AlertState,
} from '@airworthy/plugin-readiness-common';
import {
  deleteRows,
  inValues,
  updateRows,
  writeRows,
  type AlertRow,
} from '../database';
import { rowHash } from './rowHash';
import { toMilliseconds, toText } from '../util/times';

const KEY = ['entity_id', 'source', 'key'] satisfies Array<keyof AlertRow>;
const VALUES = [
  'state',
  'since',
  'resolved_at',
  'details',
  'hash',
] satisfies Array<keyof AlertRow>;

/** What is told of an alert besides its state and times. */
const detailsSchema = z.object({
  environment: z.string(),
  name: z.string(),
  labels: z.record(z.string(), z.string()),
  pages: z.boolean(),
  summary: z.string().optional(),
  runbookUrl: z.string().optional(),
  receivers: z.array(z.string()),
  silence: z
    .object({ by: z.string(), until: z.string(), comment: z.string() })
    .optional(),
  url: z.string(),
});

/** An alert of an entity that is known by its id. */
export interface StoredAlert {
  entityId: number;
  alert: Alert;
}

/** What is wrong now, and what was lately. */
export class AlertStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * Takes what is told for the whole picture of a source: what was active and
   * is not told of any more is resolved from now on.
   *
   * @param scope - of these entities alone; of all where it is absent
   * @returns ids of the entities of which something changed
   */
  async replace(
    source: string,
    alerts: readonly StoredAlert[],
    now: number,
    scope?: readonly number[],
  ): Promise<number[]> {
    const wanted = new Map(
      alerts.map(({ entityId, alert }) => {
        const row = toRow(entityId, { ...alert, source }, now);
        return [keyOf(row), row];
      }),
    );
    return this.#knex.transaction(async transaction => {
      const query = transaction<AlertRow>('alerts').where({ source });
      if (scope) {
        query.where(inValues(transaction, 'entity_id', [...scope]));
      }
      const known = new Map(
        (await query.select()).map(row => [keyOf(row), row]),
      );
      const changed = [...wanted].flatMap(([key, row]) =>
        known.get(key)?.hash === row.hash ? [] : row,
      );
      const gone = [...known]
        .filter(([key, row]) => !wanted.has(key) && row.state !== 'resolved')
        .map(([, row]) => row);
      // What only pended never was an alert.
      const idle = gone.filter(row => row.state === 'pending');
      const resolved = gone
        .filter(row => row.state !== 'pending')
        .map(row => ({
          ...row,
          state: 'resolved',
          resolved_at: now,
          hash: '',
        }));
      await writeRows<AlertRow>(transaction, {
        table: 'alerts',
        columns: [...KEY, ...VALUES],
        rows: changed,
        conflict: { key: KEY, update: { columns: VALUES } },
      });
      await updateRows<AlertRow>(transaction, {
        table: 'alerts',
        key: KEY,
        values: ['state', 'resolved_at', 'hash'],
        rows: resolved,
      });
      await deleteRows<Pick<AlertRow, 'entity_id' | 'source' | 'key'>>(
        transaction,
        { table: 'alerts', columns: KEY, rows: idle },
      );
      return [
        ...new Set(
          [...changed, ...resolved, ...idle].map(row => row.entity_id),
        ),
      ];
    });
  }

  /** Of one entity: what fires first, what was resolved lately last. */
  async list(entityId: number, entityRef: string): Promise<Alert[]> {
    const rows = await this.#knex<AlertRow>('alerts').where({
      entity_id: entityId,
    });
    return rows
      .map(row => readRow(row, entityRef))
      .sort(
        (a, b) =>
          ALERT_STATES.indexOf(a.state) - ALERT_STATES.indexOf(b.state) ||
          Number(b.pages) - Number(a.pages) ||
          newest(b).localeCompare(newest(a)) ||
          a.key.localeCompare(b.key),
      );
  }

  /** Removes what was resolved before a moment. */
  async prune(before: number): Promise<void> {
    await this.#knex('alerts').where('resolved_at', '<', before).delete();
  }
}

function newest(alert: Alert): string {
  return alert.resolvedAt ?? alert.since;
}

function toRow(entityId: number, alert: Alert, now: number): AlertRow {
  const { entityRef: _, source, key, state, since, resolvedAt } = alert;
  const details = detailsSchema.parse(alert);
  const told = {
    entity_id: entityId,
    source,
    key,
    state,
    since: toMilliseconds(since) ?? now,
    resolved_at:
      state === 'resolved' ? toMilliseconds(resolvedAt) ?? now : null,
    details: JSON.stringify(details),
  };
  return { ...told, hash: rowHash(told) };
}

function readRow(row: AlertRow, entityRef: string): Alert {
  return {
    ...detailsSchema.parse(JSON.parse(row.details)),
    entityRef,
    source: row.source,
    key: row.key,
    state: stateOf(row.state),
    since: toText(row.since),
    ...(row.resolved_at === null
      ? {}
      : { resolvedAt: toText(row.resolved_at) }),
  };
}

function stateOf(text: string): AlertState {
  return ALERT_STATES.find(state => state === text) ?? 'resolved';
}

function keyOf(row: Pick<AlertRow, 'entity_id' | 'key'>): string {
  return `${row.entity_id}\n${row.key}`;
}
