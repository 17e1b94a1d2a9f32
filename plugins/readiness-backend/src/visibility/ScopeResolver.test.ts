import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { readinessScorecardReadPermission } from '@airworthy/plugin-readiness-common';
import { migrationsDirectory } from '../database';
import { silentMetrics } from '../__testUtils__/silentMetrics';
import { ScopeResolver } from './ScopeResolver';
import { VisibilityStore } from '@airworthy/plugin-readiness-node';

jest.setTimeout(120_000);

describe('ScopeResolver', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  async function create(databaseId: Parameters<typeof databases.init>[0]) {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory: migrationsDirectory() });
    const entity = (name: string) => ({
      uid: `uid-${name}`,
      ref: `component:default/${name}`,
      kind: 'component',
      namespace: 'default',
      name,
      tier: 3,
      search: name,
      projection: '{}',
      hash: '',
    });
    await knex('entities').insert([entity('cart'), entity('risk')]);
    const clock = { now: 1_000_000 };
    const shown = ['uid-cart', 'uid-unknown'];
    const getEntityFacets = jest.fn(async () => ({
      facets: {
        'metadata.uid': shown.map(value => ({ value, count: 1 })),
      },
    }));
    const permissions = mockServices.permissions.mock({
      authorizeConditional: async (_, options) => [
        {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'catalog',
          resourceType: 'catalog-entity',
          conditions: {
            rule: 'IS_ENTITY_OWNER',
            resourceType: 'catalog-entity',
            params: {
              claims: [JSON.stringify(options).includes('ada') ? 'a' : 'b'],
            },
          },
        },
        { result: AuthorizeResult.ALLOW },
      ],
    });
    const resolver = new ScopeResolver({
      permissions,
      permissionsRegistry: mockServices.permissionsRegistry.mock(),
      catalog: { getEntityFacets },
      store: new VisibilityStore({ knex }),
      metrics: silentMetrics,
      now: () => clock.now,
    });
    const resolve = (user: string) =>
      resolver.resolve(
        mockCredentials.user(`user:default/${user}`),
        readinessScorecardReadPermission,
      );
    const seen = async (user: string) => {
      const scope = await resolve(user);
      return knex('visible_entities as v')
        .join('entities as e', 'e.id', 'v.entity_id')
        .where('v.set_id', scope.kind === 'some' ? scope.catalogSet ?? -1 : -1)
        .pluck('e.name');
    };
    return { knex, clock, shown, getEntityFacets, resolve, seen };
  }

  it.each(databases.eachSupportedId())(
    'asks the catalog once for all readers alike, and again after a minute, %p',
    async databaseId => {
      const { clock, shown, getEntityFacets, resolve, seen } = await create(
        databaseId,
      );
      const [first, second] = await Promise.all([
        resolve('ada'),
        resolve('ada'),
      ]);
      expect(second).toEqual(first);
      expect(getEntityFacets).toHaveBeenCalledTimes(1);
      await expect(seen('ada')).resolves.toEqual(['cart']);

      // What was revoked is seen no longer than the set lives.
      shown[0] = 'uid-risk';
      clock.now += 60_000;
      await expect(seen('ada')).resolves.toEqual(['cart']);
      clock.now += 1;
      await expect(seen('ada')).resolves.toEqual(['risk']);
      expect(getEntityFacets).toHaveBeenCalledTimes(2);

      await resolve('grace');
      expect(getEntityFacets).toHaveBeenCalledTimes(3);
    },
  );

  it('asks again after the catalog failed', async () => {
    const { getEntityFacets, resolve, seen } = await create('SQLITE_3');
    getEntityFacets.mockRejectedValueOnce(new Error('no database'));
    await expect(resolve('ada')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    await expect(seen('ada')).resolves.toEqual(['cart']);
  });

  it('forgets sets that nobody reads', async () => {
    const { knex, clock, resolve } = await create('SQLITE_3');
    await resolve('ada');
    const store = new VisibilityStore({ knex });
    await store.prune(clock.now);
    await expect(knex('visibility_sets').select()).resolves.toHaveLength(1);
    await store.prune(clock.now + 60 * 60 * 1000);
    await expect(knex('visibility_sets').select()).resolves.toEqual([]);
    await expect(knex('visible_entities').select()).resolves.toEqual([]);
  });
});
