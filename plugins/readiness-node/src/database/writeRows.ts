import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';
import { toJson } from './toJson';

/**
 * What happens to a row whose key is there already.
 *
 * @public
 */
export interface ConflictOptions {
  /** The columns of the key. */
  key: string[];
  /** SQL assignments, or the columns that take the new value; none: it stays. */
  update?: { columns: string[]; assignments?: string[] };
}

/**
 * What {@link writeRows} writes.
 *
 * @public
 */
export interface WriteRowsOptions<TRow extends object> {
  table: string;
  columns: Array<keyof TRow & string>;
  rows: readonly TRow[];
  conflict?: ConflictOptions;
}

/**
 * Writes any number of rows in one statement with one bound value, a JSON
 * document that the database takes apart. Knex binds each value instead, which
 * SQLite bounds at 500 rows and which costs more than the write itself.
 *
 * @public
 */
export async function writeRows<TRow extends object>(
  knex: Knex,
  options: WriteRowsOptions<TRow>,
): Promise<void> {
  const { table, columns, rows, conflict } = options;
  if (rows.length === 0) {
    return;
  }
  const names = columns.map(column => quote(column)).join(', ');
  if (isPostgres(knex)) {
    await knex.raw(
      `insert into ${quote(table)} (${names}) select ${names} ` +
        `from json_populate_recordset(null::${quote(
          table,
        )}, ?::json)${onConflict(conflict)}`,
      [toJson(rows)],
    );
    return;
  }
  const values = columns
    .map((_, index) => `json_extract(value, '$[${index}]')`)
    .join(', ');
  const tuples = rows.map(row => columns.map(column => row[column] ?? null));
  // `where true` tells SQLite's parser that `on` does not begin a join.
  await knex.raw(
    `insert into ${quote(table)} (${names}) select ${values} ` +
      `from json_each(?) where true${onConflict(conflict)}`,
    [toJson(tuples)],
  );
}

function onConflict(conflict: ConflictOptions | undefined): string {
  if (!conflict) {
    return '';
  }
  const key = conflict.key.map(quote).join(', ');
  if (!conflict.update) {
    return ` on conflict (${key}) do nothing`;
  }
  const assignments = [
    ...conflict.update.columns.map(
      column => `${quote(column)} = excluded.${quote(column)}`,
    ),
    ...(conflict.update.assignments ?? []),
  ];
  return ` on conflict (${key}) do update set ${assignments.join(', ')}`;
}

function quote(name: string): string {
  return `"${name}"`;
}
