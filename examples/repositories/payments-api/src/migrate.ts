import { readFile, readdir } from 'node:fs/promises';
import { pool } from './db/pool.js';
import { logger } from './logger.js';

/** Run by a job before the roll-out, never by the service as it starts. */
const client = await pool.connect();
await client.query('SELECT pg_advisory_lock(4711)');
await client.query('CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY)');
const { rows } = await client.query<{ name: string }>('SELECT name FROM schema_migrations');
const done = new Set(rows.map(row => row.name));
for (const name of (await readdir('migrations')).sort()) {
  if (done.has(name)) {
    continue;
  }
  await client.query('BEGIN');
  await client.query(await readFile(`migrations/${name}`, 'utf8'));
  await client.query('INSERT INTO schema_migrations VALUES ($1)', [name]);
  await client.query('COMMIT');
  logger.info({ name }, 'migrated');
}
client.release();
await pool.end();
