import type { Knex } from 'knex';

/** Whether the database is PostgreSQL; it is SQLite otherwise. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}
