import { Kysely, PostgresDialect } from 'kysely';
import { createPool } from '../database/createPool.js';
import type { DatabaseConfig } from '../database/databaseConfig.js';
import { DatabaseGuard } from '../database/DatabaseGuard.js';
import type { Lifecycle } from '../lifecycle.js';
import type { Database } from './schema.js';

export interface OpenDatabase {
  db: Kysely<Database>;
  guard: DatabaseGuard;
}

/** Connects when first asked, and closes when the instance stops. */
export function openDatabase(
  config: DatabaseConfig,
  lifecycle: Lifecycle,
): OpenDatabase {
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: createPool(config) }),
  });
  lifecycle.onStop(() => db.destroy());
  return { db, guard: new DatabaseGuard() };
}
