import type { Knex } from 'knex';

/**
 * Whether the database is PostgreSQL; it is SQLite otherwise.
 *
 * @public
 */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}
