import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import { isPostgres } from '@airworthy/plugin-readiness-node';
import type { Knex } from 'knex';

/** The folder of this package's migrations. */
export function migrationsDirectory(): string {
  return resolvePackagePath(
    '@airworthy/plugin-readiness-backend',
    'migrations',
  );
}

/** The plugin's database, brought to the newest schema unless config skips it. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!isPostgres(knex)) {
    await tuneSqlite(knex);
  }
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDirectory() });
  }
  return knex;
}

/** Kibibytes of pages kept in memory: the scorecards of a large fleet. */
const SQLITE_CACHE_KIB = 64 * 1024;

/**
 * A write-ahead log spares a wait for the disk in each of many small writes. A
 * power cut may lose the last of them, never the file; they are collected and
 * evaluated again.
 */
async function tuneSqlite(knex: Knex): Promise<void> {
  await knex.raw('pragma journal_mode = wal');
  await knex.raw('pragma synchronous = normal');
  await knex.raw(`pragma cache_size = -${SQLITE_CACHE_KIB}`);
}
