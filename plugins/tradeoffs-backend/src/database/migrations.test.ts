import { readdirSync } from 'node:fs';
import { TestDatabases } from '@backstage/backend-test-utils';
import { migrationsDirectory } from './openDatabase';

jest.setTimeout(120_000);

const names = readdirSync(migrationsDirectory())
  .filter(name => name.endsWith('.js'))
  .sort();

describe('migrations', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'run up and down, each alone, %p',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const directory = migrationsDirectory();
      for (const name of names) {
        const [, [applied]] = await knex.migrate.up({ directory });
        expect(applied).toBe(name);
      }
      const tables = [
        'entities',
        'repositories',
        'records',
        'record_entities',
        'record_positions',
        'record_accepts',
        'record_assumptions',
        'revisions',
        'confirmations',
        'notices',
        'visibility_sets',
        'visible_entities',
        'record_designs',
      ];
      for (const table of tables) {
        await expect(knex.schema.hasTable(table)).resolves.toBe(true);
      }
      for (const name of [...names].reverse()) {
        const [, [reverted]] = await knex.migrate.down({ directory });
        expect(reverted).toBe(name);
      }
      for (const table of tables) {
        await expect(knex.schema.hasTable(table)).resolves.toBe(false);
      }
    },
  );
});
