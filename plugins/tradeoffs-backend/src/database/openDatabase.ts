import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** The folder of this package's migrations. */
export function migrationsDirectory(): string {
  return resolvePackagePath(
    '@airworthy/plugin-tradeoffs-backend',
    'migrations',
  );
}

/** The plugin's database, brought to the newest schema unless config skips it. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDirectory() });
  }
  return knex;
}
