import { TestDatabases } from '@backstage/backend-test-utils';
import { migrationsDirectory } from '../database';
import { ONE_CHECK, service, workload } from '../__testUtils__/fixtures';
import { ReadinessHarness } from '../__testUtils__/ReadinessHarness';
import { remapStatuses } from './remapStatuses';

const CART = 'component:default/cart';

jest.setTimeout(120_000);

describe('remapStatuses', () => {
  it('moves what is known and calls the rest not applicable', () => {
    expect(remapStatuses('pFu', ['a', 'b', 'c'], ['c', 'x', 'b'])).toBe('unF');
  });
});

describe('versions of the checklist', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'are told apart, and what is stored follows, %p',
    async databaseId => {
      const knex = await databases.init(databaseId);
      await knex.migrate.latest({ directory: migrationsDirectory() });
      const entities = [service('cart')];
      const first = await ReadinessHarness.create({
        knex,
        entities,
        checklist: ONE_CHECK,
      });
      first.state(CART, { facts: [workload('cart', { minReplicas: 2 })] });
      await first.run();
      expect(first.readiness.versions).toMatchObject([
        { version: 1, title: 'First version', added: [] },
      ]);

      const same = await ReadinessHarness.create({
        knex,
        entities,
        checklist: ONE_CHECK,
      });
      expect(same.readiness.versions).toHaveLength(1);
      await expect(same.readiness.queue.depth()).resolves.toBe(0);

      const extended = {
        ...ONE_CHECK,
        checks: {
          'has-runbook': {
            ...ONE_CHECK.checks.replicas,
            rules: [{ rule: 'runbook.exists' }],
          },
          ...ONE_CHECK.checks,
        },
      };
      const second = await ReadinessHarness.create({
        knex,
        entities,
        checklist: extended,
        startAt: first.now + 1000,
      });
      expect(second.readiness.versions).toMatchObject([
        {
          version: 2,
          title: 'Added has-runbook',
          added: ['has-runbook'],
          removed: [],
          changed: [],
        },
        { version: 1 },
      ]);
      // Before it is evaluated again, the columns are in place already.
      await expect(knex('scorecards').pluck('statuses')).resolves.toEqual([
        'np',
      ]);
      await second.evaluate();
      await second.expectStatus('has-runbook', 'unknown', CART);
      await second.expectStatus('replicas', 'pass', CART);
      // A check that was added has no status that it could have left.
      await expect(
        knex('transitions').whereNot({ check_id: '' }),
      ).resolves.toEqual([]);
      await expect(
        knex('transitions').where({ cause: 'checklist' }),
      ).resolves.toHaveLength(1);
    },
  );
});
