import type { Knex } from 'knex';
import { inValues, writeRows, type QueueRow } from '../database';
import { formatChanges, type Change } from './Change';

/** An entity to evaluate, and what changed about it. */
export interface QueuedChange {
  entityId: number;
  changes: readonly Change[];
}

/** Reasons beyond this length are left out: they are words, not data. */
const MAX_CHANGES_LENGTH = 16_000;

const BATCH = 1000;

/** The entities that wait for evaluation. */
export class EvaluationQueue {
  readonly #knex: Knex;
  readonly #listeners = new Set<() => void>();

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Calls back when this process queued something, so that it need not poll. */
  onQueued(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /**
   * Queues entities. One that waits already, or is being evaluated by what it
   * was, is evaluated again.
   *
   * @param knex - the transaction to be part of; call {@link notify} after it
   */
  async add(
    items: readonly QueuedChange[],
    now: number,
    knex: Knex = this.#knex,
  ): Promise<void> {
    for (let start = 0; start < items.length; start += BATCH) {
      await writeRows<QueueRow>(knex, {
        table: 'evaluation_queue',
        columns: [
          'entity_id',
          'generation',
          'queued_at',
          'leased_until',
          'changes',
        ],
        rows: items.slice(start, start + BATCH).map(item => ({
          entity_id: item.entityId,
          generation: 0,
          queued_at: now,
          leased_until: 0,
          changes: boundedChanges(item.changes),
        })),
        conflict: {
          key: ['entity_id'],
          update: {
            columns: [],
            assignments: [
              '"generation" = "evaluation_queue"."generation" + 1',
              `"changes" = case when length("evaluation_queue"."changes") > ${MAX_CHANGES_LENGTH} ` +
                'then "evaluation_queue"."changes" ' +
                'else "evaluation_queue"."changes" || excluded."changes" end',
            ],
          },
        },
      });
    }
  }

  /** Tells this process that there is work. */
  notify(): void {
    for (const listener of this.#listeners) {
      listener();
    }
  }

  /** Queues every living entity for which nothing but the rules changed. */
  async addAll(now: number, change: Change): Promise<void> {
    await this.#knex.raw(
      `insert into evaluation_queue (entity_id, generation, queued_at, leased_until, changes)
       select id, 0, ?, 0, ? from entities where deleted_at is null
       on conflict (entity_id) do update set
         generation = evaluation_queue.generation + 1,
         changes = evaluation_queue.changes || excluded.changes`,
      [now, formatChanges([change])],
    );
  }

  /** Queues the scorecards that time alone may change. */
  async addDue(now: number): Promise<void> {
    await this.#knex.raw(
      `insert into evaluation_queue (entity_id, generation, queued_at, leased_until, changes)
       select distinct entity_id, 0, cast(? as bigint), 0, '' from scorecards where reevaluate_at <= ?
       on conflict (entity_id) do nothing`,
      [now, now],
    );
  }

  async remove(entityIds: readonly number[], knex: Knex = this.#knex) {
    await knex<QueueRow>('evaluation_queue')
      .where(inValues(knex, 'entity_id', entityIds))
      .delete();
  }

  async depth(): Promise<number> {
    const row = await this.#knex('evaluation_queue')
      .count({ count: '*' })
      .first();
    return Number(row?.count ?? 0);
  }
}

function boundedChanges(changes: readonly Change[]): string {
  let text = '';
  for (const change of changes) {
    const line = formatChanges([change]);
    if (text.length + line.length > MAX_CHANGES_LENGTH) {
      break;
    }
    text += line;
  }
  return text;
}
