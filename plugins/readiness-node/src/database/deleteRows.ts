import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';
import { toJson } from './toJson';

/**
 * Deletes the rows whose columns equal those of one of `rows`, in one statement
 * with one bound value.
 *
 * @public
 */
export async function deleteRows<TRow extends object>(
  knex: Knex,
  options: {
    table: string;
    columns: Array<keyof TRow & string>;
    rows: readonly TRow[];
  },
): Promise<void> {
  const { table, columns, rows } = options;
  if (rows.length === 0) {
    return;
  }
  const names = columns.map(column => `"${column}"`).join(', ');
  if (isPostgres(knex)) {
    await knex.raw(
      `delete from "${table}" where (${names}) in (select ${names} ` +
        `from json_populate_recordset(null::"${table}", ?::json))`,
      [toJson(rows)],
    );
    return;
  }
  const values = columns
    .map((_, index) => `json_extract(value, '$[${index}]')`)
    .join(', ');
  await knex.raw(
    `delete from "${table}" where (${names}) in (select ${values} from json_each(?))`,
    [toJson(rows.map(row => columns.map(column => row[column])))],
  );
}
