import { TestDatabases } from '@backstage/backend-test-utils';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import { narrowToScope } from './narrowToScope';
import type { Scope } from './Scope';
import type { ScorecardFilter } from './scorecardRules';

jest.setTimeout(120_000);

const of = (...owners: string[]): ScorecardFilter => ({ owners });

describe('narrowToScope', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  const CRITERIA: Array<[PermissionCriteria<ScorecardFilter>, string[]]> = [
    [of('a'), ['a1']],
    [of('a', 'b'), ['a1', 'b1']],
    [of(), []],
    // A service without an owner is not owned by a.
    [{ not: of('a') }, ['b1', 'none']],
    [{ not: { not: of('a') } }, ['a1']],
    [{ anyOf: [of('a'), of('b')] }, ['a1', 'b1']],
    [{ allOf: [of('a'), of('b')] }, []],
    [{ allOf: [of('a', 'b'), { not: of('b') }] }, ['a1']],
    [{ not: { anyOf: [of('a'), of('b')] } }, ['none']],
    [{ anyOf: [{ allOf: [of('a')] }, { not: of('a', 'b') }] }, ['a1', 'none']],
  ];

  it.each(databases.eachSupportedId())(
    'keeps every operator of a condition, %p',
    async databaseId => {
      const knex = await databases.init(databaseId);
      await knex.schema.createTable('entities', table => {
        table.increments('id');
        table.text('ref');
        table.text('owner').nullable();
      });
      await knex.schema.createTable('visible_entities', table => {
        table.integer('set_id');
        table.integer('entity_id');
      });
      await knex('entities').insert([
        { ref: 'a1', owner: 'a' },
        { ref: 'b1', owner: 'b' },
        { ref: 'none', owner: null },
      ]);
      await knex('visible_entities').insert([
        { set_id: 7, entity_id: 2 },
        { set_id: 7, entity_id: 3 },
        { set_id: 8, entity_id: 1 },
      ]);
      const seen = async (scope: Scope) => {
        const query = knex('entities as e').orderBy('e.ref');
        narrowToScope(knex, query, scope);
        return query.pluck('e.ref');
      };
      for (const [conditions, refs] of CRITERIA) {
        await expect(seen({ kind: 'some', conditions })).resolves.toEqual(refs);
      }
      await expect(seen({ kind: 'all' })).resolves.toHaveLength(3);
      await expect(seen({ kind: 'none' })).resolves.toEqual([]);
      await expect(seen({ kind: 'some', catalogSet: 7 })).resolves.toEqual([
        'b1',
        'none',
      ]);
      await expect(
        seen({ kind: 'some', catalogSet: 7, conditions: { not: of('b') } }),
      ).resolves.toEqual(['none']);
    },
  );
});
