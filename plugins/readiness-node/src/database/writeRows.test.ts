import { TestDatabases } from '@backstage/backend-test-utils';
import { deleteRows } from './deleteRows';
import { inValues } from './inValues';
import { updateRows } from './updateRows';
import { writeRows } from './writeRows';

interface Row {
  a: number;
  b: string;
  c: string | null;
  d: boolean;
}

jest.setTimeout(120_000);

describe('rows in one statement', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  async function createTable(databaseId: Parameters<typeof databases.init>[0]) {
    const knex = await databases.init(databaseId);
    await knex.schema.createTable('things', table => {
      table.integer('a').notNullable();
      table.text('b').notNullable();
      table.text('c').nullable();
      table.boolean('d').notNullable();
      table.primary(['a', 'b']);
    });
    return knex;
  }

  const columns: Array<keyof Row> = ['a', 'b', 'c', 'd'];

  it.each(databases.eachSupportedId())(
    'write, update and delete what binds would not hold, %p',
    async databaseId => {
      const knex = await createTable(databaseId);
      const rows: Row[] = Array.from({ length: 20_000 }, (_, index) => ({
        a: index,
        b: `it's "${index}" {?} ??`,
        c: index % 2 ? '{"json":[1]}' : null,
        d: index % 3 === 0,
      }));
      await writeRows(knex, { table: 'things', columns, rows });
      const stored = await knex<Row>('things').orderBy('a').select();
      expect(stored.map(row => ({ ...row, d: Boolean(row.d) }))).toEqual(rows);

      await updateRows(knex, {
        table: 'things',
        key: ['a', 'b'],
        values: ['c'],
        rows: rows.slice(0, 2).map(row => ({ ...row, c: 'new' })),
      });
      const changed = await knex<Row>('things').where({ c: 'new' });
      expect(changed.map(row => row.a).sort()).toEqual([0, 1]);

      await deleteRows<Pick<Row, 'a' | 'b'>>(knex, {
        table: 'things',
        columns: ['a', 'b'],
        rows: rows.slice(10),
      });
      await expect(
        knex('things').count({ count: '*' }).first(),
      ).resolves.toMatchObject({
        count: databaseId === 'SQLITE_3' ? 10 : '10',
      });

      const found = await knex<Row>('things')
        .where(inValues(knex, 'b', [rows[3].b, 'absent']))
        .select('a');
      expect(found).toEqual([{ a: 3 }]);
    },
  );

  it.each(databases.eachSupportedId())(
    'keep text that PostgreSQL alone would refuse, %p',
    async databaseId => {
      const knex = await createTable(databaseId);
      const rows = ['a\0b', 'half \ud83d', '\ude00 half', 'whole \u{1f600}'];
      await writeRows<Row>(knex, {
        table: 'things',
        columns,
        rows: rows.map((b, a) => ({ a, b, c: JSON.stringify(b), d: true })),
      });
      await expect(knex('things').orderBy('a').pluck('b')).resolves.toEqual([
        'ab',
        'half \ufffd',
        '\ufffd half',
        'whole \u{1f600}',
      ]);
    },
  );

  it.each(databases.eachSupportedId())(
    'keep or replace what is there already, %p',
    async databaseId => {
      const knex = await createTable(databaseId);
      const write = (c: string, update?: { columns: string[] }) =>
        writeRows<Row>(knex, {
          table: 'things',
          columns,
          rows: [{ a: 1, b: 'x', c, d: true }],
          conflict: { key: ['a', 'b'], update },
        });
      await write('first');
      await write('second');
      await expect(knex('things').pluck('c')).resolves.toEqual(['first']);
      await write('third', { columns: ['c'] });
      await expect(knex('things').pluck('c')).resolves.toEqual(['third']);
    },
  );
});
