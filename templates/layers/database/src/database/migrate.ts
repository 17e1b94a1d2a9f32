import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { logger } from '../logger.js';

const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));
/** Any number that no other program locks. */
const LOCK = 715_204_311;

/**
 * Brings the schema up to date, one file after the other, each in a
 * transaction. It runs as a job of its own before a roll-out, never when an
 * instance starts; two that run at once wait for each other.
 *
 * @param upTo - the last file to apply; all where absent
 * @returns the files that were applied
 */
export async function migrate(
  connectionString: string,
  options: { upTo?: string; ssl?: pg.ClientConfig['ssl'] } = {},
): Promise<string[]> {
  const client = new pg.Client({
    connectionString,
    ssl: options.ssl,
    connectionTimeoutMillis: 5_000,
    // A migration may take its time, and not for ever.
    statement_timeout: 600_000,
    // A lock that cannot be had soon would block every request behind it.
    lock_timeout: 5_000,
  });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ name: string }>(
      'SELECT name FROM schema_migrations',
    );
    const applied = new Set(rows.map(({ name }) => name));
    const pending = (await readdir(FOLDER))
      .filter(name => name.endsWith('.sql') && !applied.has(name))
      .filter(name => options.upTo === undefined || name <= options.upTo)
      .sort();
    for (const name of pending) {
      await client.query('BEGIN');
      try {
        await client.query(await readFile(join(FOLDER, name), 'utf8'));
        await client.query('INSERT INTO schema_migrations (name) VALUES ($1)', [
          name,
        ]);
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw new Error(`The migration ${name} failed`, { cause: error });
      }
      logger.info({ migration: name }, 'applied');
    }
    return pending;
  } finally {
    await client.end();
  }
}
