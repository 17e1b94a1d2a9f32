import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * `column in (values)` with one bound value, however many values there are.
 *
 * @public
 */
export function inValues(
  knex: Knex,
  column: string,
  values: readonly string[] | readonly number[],
): Knex.Raw {
  if (isPostgres(knex)) {
    return knex.raw('?? = any(?)', [column, values.slice()]);
  }
  return knex.raw('?? in (select value from json_each(?))', [
    column,
    JSON.stringify(values),
  ]);
}
