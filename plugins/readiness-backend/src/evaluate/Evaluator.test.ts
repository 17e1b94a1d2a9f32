import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ReadinessHarness,
  service,
  workload,
} from '../testing/ReadinessHarness';

const CART = 'component:default/cart';

jest.setTimeout(60_000);

describe('evaluation', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'follows what sources say, %p',
    async databaseId => {
      const harness = await ReadinessHarness.create({
        knex: await databases.init(databaseId),
        entities: [service('cart')],
      });
      harness.state(CART, { facts: [workload('cart', { minReplicas: 1 })] });
      await harness.run();
      await harness.expectStatus('replicas', 'fail', CART);

      harness.state(CART, { facts: [workload('cart', { minReplicas: 2 })] });
      harness.wait(60_000);
      await harness.run();
      await harness.expectStatus('replicas', 'pass', CART);

      const stored = await harness.reader.find(harness.fleet(), CART);
      const transitions = await harness.reader.transitions(
        harness.fleet(),
        stored?.entityId ?? -1,
        { check: 'replicas', limit: 10 },
      );
      expect(transitions).toEqual([
        {
          check: 'replicas',
          from: 'fail',
          to: 'pass',
          at: '2026-11-02T09:01:00.000Z',
          why: 'workloads.minReplicas of Deployment/shop/cart went from 1 to 2 (Repository).',
          firstEvaluation: false,
          checklistChange: false,
        },
      ]);
    },
  );
});
