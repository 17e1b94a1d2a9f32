import { TestDatabases } from '@backstage/backend-test-utils';
import { service, workload } from '../__testUtils__/fixtures';
import { ReadinessHarness } from '../__testUtils__/ReadinessHarness';
import { pruneHistory } from './pruneHistory';

const CART = 'component:default/cart';
const DAY = 24 * 60 * 60 * 1000;

jest.setTimeout(120_000);

describe('pruneHistory', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'keeps since when each status holds, %p',
    async databaseId => {
      const harness = await ReadinessHarness.create({
        knex: await databases.init(databaseId),
        entities: [service('cart')],
      });
      for (const minReplicas of [1, 2, 1]) {
        harness.state(CART, { facts: [workload('cart', { minReplicas })] });
        await harness.run();
        harness.wait(DAY);
      }
      const stored = await harness.reader.find(harness.fleet(), CART);
      const since = () =>
        harness.reader.since(harness.fleet(), stored?.entityId ?? -1);
      const before = (await since()).checks.get('replicas');
      expect(before).toBeDefined();
      await pruneHistory(harness.knex, harness.now);
      await expect(
        harness.knex('transitions').where({ check_id: 'replicas' }),
      ).resolves.toHaveLength(1);
      await expect(harness.knex('ownership_transitions')).resolves.toEqual([]);
      expect((await since()).checks.get('replicas')).toEqual(before);
    },
  );
});
