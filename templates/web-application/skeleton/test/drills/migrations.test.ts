import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/database/migrate.js';
import { Instance } from '../support/Instance.js';
import { TestDatabase } from '../support/TestDatabase.js';

describe('migrations', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await TestDatabase.start({ upTo: '0002_reports.sql' });
  });

  afterAll(async () => {
    await database?.stop();
  });

  it('the version before runs on the schema after', async () => {
    const client = await database.connect();
    // The statements of the version before, which knows nothing of notes.
    const insert =
      'INSERT INTO items (name, quantity) VALUES ($1, 1) RETURNING id, name, quantity';
    await client.query(insert, ['before']);
    expect(await migrate(database.url)).toEqual(['0003_item_note.sql']);
    await client.query(insert, ['after']);
    const { rows } = await client.query(
      'SELECT name, note FROM items ORDER BY name',
    );
    expect(rows).toEqual([
      { name: 'after', note: null },
      { name: 'before', note: null },
    ]);
    await client.end();

    // And the version after serves what the version before wrote.
    const instance = await Instance.start({
      entry: 'server',
      databaseUrl: database.url,
    });
    try {
      expect(await (await instance.get('/api/items')).json()).toMatchObject({
        items: [{ name: 'after' }, { name: 'before' }],
      });
    } finally {
      await instance.stop();
    }
  });

  it('are applied once, also when two run at the same time', async () => {
    const results = await Promise.all([
      migrate(database.url),
      migrate(database.url),
    ]);
    expect(results).toEqual([[], []]);
  });

  it('leave nothing half-done, and name the file that failed', async () => {
    const client = await database.connect();
    await client.query("DELETE FROM schema_migrations WHERE name LIKE '0003%'");
    await expect(migrate(database.url)).rejects.toThrow(
      'The migration 0003_item_note.sql failed',
    );
    const { rows } = await client.query(
      'SELECT name FROM schema_migrations ORDER BY name',
    );
    expect(rows.map(({ name }) => name)).toEqual([
      '0001_items.sql',
      '0002_reports.sql',
    ]);
    await client.end();
  });
});
