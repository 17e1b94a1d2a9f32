import { TestDatabases } from '@backstage/backend-test-utils';
import { ONE_CHECK, service, workload } from '../__testUtils__/fixtures';
import { ReadinessHarness } from '../__testUtils__/ReadinessHarness';
import { FleetTransitions } from './FleetTransitions';

const CART = 'component:default/cart';
const HOUR = 60 * 60 * 1000;

jest.setTimeout(120_000);

describe('changes of the fleet', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'are news about services, the newest first, %p',
    async databaseId => {
      const harness = await ReadinessHarness.create({
        knex: await databases.init(databaseId),
        entities: [service('cart')],
        checklist: ONE_CHECK,
      });
      const since = harness.now;
      for (const minReplicas of [1, 2, 1]) {
        harness.state(CART, { facts: [workload('cart', { minReplicas })] });
        await harness.run();
        harness.wait(HOUR);
      }
      const transitions = new FleetTransitions({ knex: harness.knex });
      const list = (
        direction: 'regression' | 'improvement' | undefined,
        limit = 10,
      ) => transitions.list(harness.fleet(), { since, direction, limit });

      const all = await list(undefined);
      expect(all.total).toBe(2);
      expect(all.items).toMatchObject([
        {
          ref: CART,
          check: 'replicas',
          from: 'pass',
          to: 'fail',
          levelChange: { from: 'bronze', to: 'none' },
        },
        { ref: CART, check: 'replicas', from: 'fail', to: 'pass' },
      ]);
      const regressions = await list('regression');
      expect(regressions).toEqual({ items: [all.items[0]], total: 1 });
      const improvements = await list('improvement');
      expect(improvements).toEqual({ items: [all.items[1]], total: 1 });
      const first = await list(undefined, 1);
      expect(first).toEqual({ items: [all.items[0]], total: 2 });
      await expect(
        transitions.list(harness.fleet(), { since: harness.now, limit: 10 }),
      ).resolves.toEqual({ items: [], total: 0 });
    },
  );
});
