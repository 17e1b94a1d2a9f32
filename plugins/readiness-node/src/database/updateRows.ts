import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';
import { toJson } from './toJson';

/**
 * Gives each row that has the key of one of `rows` the values of that one, in
 * one statement with one bound value.
 *
 * @public
 */
export async function updateRows<TRow extends object>(
  knex: Knex,
  options: {
    table: string;
    key: Array<keyof TRow & string>;
    values: Array<keyof TRow & string>;
    rows: readonly TRow[];
  },
): Promise<void> {
  const { table, key, values, rows } = options;
  if (rows.length === 0) {
    return;
  }
  const columns = [...key, ...values];
  const assignments = values
    .map(column => `"${column}" = r."${column}"`)
    .join(', ');
  const matches = key
    .map(column => `"${table}"."${column}" = r."${column}"`)
    .join(' and ');
  if (isPostgres(knex)) {
    await knex.raw(
      `update "${table}" set ${assignments} ` +
        `from json_populate_recordset(null::"${table}", ?::json) r where ${matches}`,
      [toJson(rows)],
    );
    return;
  }
  const selected = columns
    .map((column, index) => `json_extract(value, '$[${index}]') as "${column}"`)
    .join(', ');
  await knex.raw(
    `update "${table}" set ${assignments} ` +
      `from (select ${selected} from json_each(?)) r where ${matches}`,
    [toJson(rows.map(row => columns.map(column => row[column])))],
  );
}
