import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';

const TABLES = ['facts', 'deployments', 'alerts', 'incidents'] as const;
const EVENTS = ['insert', 'update', 'delete'] as const;

/**
 * Counts the rows of evidence that are written, by triggers inside the
 * database: nothing that is written escapes them.
 */
export class FactWrites {
  readonly #knex: Knex;
  #taken = 0;

  /** @param directory - the folder of the databases of a portal that started */
  static async watch(directory: string): Promise<FactWrites> {
    const writes = new FactWrites(directory);
    await writes.#createTriggers();
    return writes;
  }

  private constructor(directory: string) {
    this.#knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: join(directory, 'readiness.sqlite') },
      useNullAsDefault: true,
    });
  }

  /** Rows inserted, changed or removed since the last time it was asked. */
  async take(): Promise<number> {
    const [{ count }] = await whenFree(
      async (): Promise<Array<{ count: number }>> =>
        this.#knex('bench_writes').select('count'),
    );
    const written = count - this.#taken;
    this.#taken = count;
    return written;
  }

  async stop(): Promise<void> {
    await this.#knex.destroy();
  }

  async #createTriggers(): Promise<void> {
    await this.#knex.raw('pragma busy_timeout = 0');
    await whenFree(() =>
      this.#knex.raw('create table bench_writes (count integer)'),
    );
    await whenFree(() => this.#knex('bench_writes').insert({ count: 0 }));
    for (const table of TABLES) {
      for (const event of EVENTS) {
        await whenFree(() =>
          this.#knex.raw(
            `create trigger bench_${table}_${event} after ${event} on ${table} begin update bench_writes set count = count + 1; end`,
          ),
        );
      }
    }
  }
}

/**
 * Tries until the database is not locked. The portal that locks it runs in this
 * process: SQLite must not wait for it itself, or neither would go on.
 */
async function whenFree<T>(statement: () => PromiseLike<T>): Promise<T> {
  for (;;) {
    try {
      return await statement();
    } catch (error) {
      if (
        !(error instanceof Error && /database is locked/.test(error.message))
      ) {
        throw error;
      }
      await delay(10);
    }
  }
}
