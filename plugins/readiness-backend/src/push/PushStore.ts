import type { Knex } from 'knex';
import {
  inValues,
  writeRows,
  type PushedFactRow,
  type PushReceiptRow,
} from '../database';

const KEY = ['entity_id', 'environment', 'name'] satisfies Array<
  keyof PushedFactRow
>;
const VALUES = [
  'value',
  'url',
  'caller',
  'observed_at',
  'expires_at',
] satisfies Array<keyof PushedFactRow>;

/** What was pushed under one idempotency key. */
export interface PushedItem {
  idempotencyKey: string;
  facts: PushedFactRow[];
}

/** What one push did. */
export interface PushWrite {
  /** Items that were new. */
  accepted: number;
  /** Entities of which something was written. */
  entityIds: number[];
}

/** The latest of what machines pushed, and what was pushed already. */
export class PushStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * Writes the facts of items that are new. One that is older than what is known
   * changes nothing, since messages arrive in any order.
   */
  async write(
    caller: string,
    items: readonly PushedItem[],
    now: number,
  ): Promise<PushWrite> {
    return this.#knex.transaction(async transaction => {
      const fresh = await takeFresh(transaction, caller, items, now);
      const facts = await newestOf(
        transaction,
        fresh.flatMap(item => item.facts),
      );
      await writeRows<PushedFactRow>(transaction, {
        table: 'pushed_facts',
        columns: [...KEY, ...VALUES],
        rows: facts,
        conflict: { key: KEY, update: { columns: VALUES } },
      });
      return {
        accepted: fresh.length,
        entityIds: [...new Set(facts.map(fact => fact.entity_id))],
      };
    });
  }

  /** All that was pushed of these entities, what expired among it. */
  async facts(entityIds: readonly number[]): Promise<PushedFactRow[]> {
    return this.#knex<PushedFactRow>('pushed_facts')
      .where(inValues(this.#knex, 'entity_id', [...entityIds]))
      .orderBy(KEY)
      .select();
  }

  /** Forgets keys from before a moment, and facts that expired before another. */
  async prune(before: { receipts: number; facts: number }): Promise<void> {
    await this.#knex('push_receipts')
      .where('at', '<', before.receipts)
      .delete();
    await this.#knex('pushed_facts')
      .where('expires_at', '<', before.facts)
      .delete();
  }
}

async function takeFresh(
  knex: Knex,
  caller: string,
  items: readonly PushedItem[],
  now: number,
): Promise<PushedItem[]> {
  const byKey = new Map<string, PushedItem>();
  for (const item of items) {
    if (!byKey.has(item.idempotencyKey)) {
      byKey.set(item.idempotencyKey, item);
    }
  }
  const known = await knex<PushReceiptRow>('push_receipts')
    .where({ caller })
    .where(inValues(knex, 'key', [...byKey.keys()]))
    .pluck('key');
  for (const key of known) {
    byKey.delete(key);
  }
  await writeRows<PushReceiptRow>(knex, {
    table: 'push_receipts',
    columns: ['caller', 'key', 'at'],
    rows: [...byKey.keys()].map(key => ({ caller, key, at: now })),
    conflict: { key: ['caller', 'key'] },
  });
  return [...byKey.values()];
}

async function newestOf(
  knex: Knex,
  facts: readonly PushedFactRow[],
): Promise<PushedFactRow[]> {
  const ids = [...new Set(facts.map(fact => fact.entity_id))];
  const known = await knex<PushedFactRow>('pushed_facts')
    .where(inValues(knex, 'entity_id', ids))
    .select(...KEY, 'observed_at');
  const newest = new Map<string, number>(
    known.map(row => [keyOf(row), Number(row.observed_at)]),
  );
  const rows = new Map<string, PushedFactRow>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const at = Number(fact.observed_at);
    if (at >= (newest.get(key) ?? -Infinity)) {
      newest.set(key, at);
      rows.set(key, fact);
    }
  }
  return [...rows.values()];
}

function keyOf(
  row: Pick<PushedFactRow, 'entity_id' | 'environment' | 'name'>,
): string {
  return `${row.entity_id}\n${row.environment}\n${row.name}`;
}
