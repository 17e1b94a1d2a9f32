import { TestDatabases } from '@backstage/backend-test-utils';
import { service, workload } from '../__testUtils__/fixtures';
import { ReadinessHarness } from '../__testUtils__/ReadinessHarness';

const CART = 'component:default/cart';

jest.setTimeout(120_000);

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

  it.each(databases.eachSupportedId())(
    'takes at most six statements for a batch, with its transaction, %p',
    async databaseId => {
      const names = Array.from({ length: 120 }, (_, index) => `s${index}`);
      const harness = await ReadinessHarness.create({
        knex: await databases.init(databaseId),
        entities: names.map(name => service(name)),
      });
      for (const name of names) {
        harness.state(`component:default/${name}`, {
          facts: [workload(name, { minReplicas: 2 })],
        });
      }
      await harness.run();
      for (const name of names) {
        harness.state(`component:default/${name}`, {
          facts: [workload(name, { minReplicas: 1 })],
        });
      }
      await harness.collect();
      const statements: string[] = [];
      harness.knex.on('query', ({ sql }: { sql: string }) => {
        statements.push(sql.trim().split(/\s+/).slice(0, 3).join(' '));
      });
      await expect(harness.readiness.evaluator.evaluateBatch()).resolves.toBe(
        names.length,
      );
      expect(statements.length).toBeLessThanOrEqual(6);
      await expect(
        harness.knex('transitions').where({ check_id: 'replicas' }),
      ).resolves.toHaveLength(names.length);
    },
  );

  it.each(databases.eachSupportedId())(
    'records first evidence as no news, %p',
    async databaseId => {
      const harness = await ReadinessHarness.create({
        knex: await databases.init(databaseId),
        entities: [service('cart')],
      });
      await harness.reconcile();
      await harness.evaluate();
      harness.wait(1000);
      harness.state(CART, { facts: [workload('cart', { minReplicas: 2 })] });
      await harness.run();
      await harness.expectStatus('replicas', 'pass', CART);
      const rows = await harness
        .knex('transitions')
        .orderBy('id')
        .select('cause', 'check_id');
      expect(rows).toEqual([
        { cause: 'first', check_id: '' },
        { cause: 'first', check_id: '' },
      ]);
    },
  );

  it('writes nothing to history when nothing changed', async () => {
    const harness = await ReadinessHarness.create({
      knex: await databases.init('SQLITE_3'),
      entities: [service('cart')],
    });
    await harness.run();
    const before = await harness.knex('transitions').select('id');
    harness.wait(1000);
    await harness.readiness.queue.add([{ entityId: 1, changes: [] }], 0);
    await harness.evaluate();
    await expect(harness.knex('transitions').select('id')).resolves.toEqual(
      before,
    );
    const stored = await harness.reader.find(harness.fleet(), CART);
    expect(stored?.evaluatedAt).toBe(harness.now);
  });

  it.each(databases.eachSupportedId())(
    'evaluates again, at once, what changed while it was evaluated, %p',
    async databaseId => {
      const harness = await ReadinessHarness.create({
        knex: await databases.init(databaseId),
        entities: [service('cart')],
      });
      await harness.reconcile();
      const { queue, scorecards } = harness.readiness;
      const claimed = await scorecards.claim(10, harness.now);
      await queue.add([{ entityId: claimed[0].entityId, changes: [] }], 0);
      await scorecards.write({
        claimed: claimed.map(item => ({
          entity_id: item.entityId,
          generation: item.generation,
        })),
        scorecards: [],
        retired: [],
        transitions: [],
      });
      await expect(queue.depth()).resolves.toBe(1);
      await expect(scorecards.claim(10, harness.now)).resolves.toHaveLength(1);
    },
  );

  it('retires a scorecard that the checklist no longer applies to', async () => {
    const harness = await ReadinessHarness.create({
      knex: await databases.init('SQLITE_3'),
      entities: [service('cart')],
    });
    await harness.run();
    await expect(harness.list.count(harness.fleet())).resolves.toBe(1);
    harness.catalogEntities.set(CART, service('cart', { type: 'library' }));
    harness.wait(1000);
    await harness.run();
    await expect(harness.list.count(harness.fleet())).resolves.toBe(0);
    await expect(
      harness.knex('transitions').where({ cause: 'gone' }).pluck('to_value'),
    ).resolves.toEqual([null]);
  });

  it('evaluates each environment by its own facts', async () => {
    const harness = await ReadinessHarness.create({
      knex: await databases.init('SQLITE_3'),
      entities: [service('cart')],
      environments: ['production', 'staging'],
    });
    harness.state(CART, {
      facts: [
        workload('cart', { minReplicas: 2 }),
        { ...workload('cart', { minReplicas: 1 }), environment: 'staging' },
      ],
    });
    await harness.run();
    const column = harness.readiness.checklist.columnOf('replicas') ?? -1;
    const rows = await harness
      .knex('scorecards')
      .orderBy('environment')
      .select('environment', 'statuses');
    expect(rows.map(row => [row.environment, row.statuses[column]])).toEqual([
      ['production', 'p'],
      ['staging', 'f'],
    ]);
  });

  it('gives replicas different rows, and those of a dead one after the lease', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `s${index}`);
    const harness = await ReadinessHarness.create({
      knex: await databases.init('POSTGRES_18'),
      entities: names.map(name => service(name)),
    });
    await harness.reconcile();
    const { scorecards } = harness.readiness;
    const [first, second] = await Promise.all([
      scorecards.claim(25, harness.now),
      scorecards.claim(25, harness.now),
    ]);
    const ids = [...first, ...second].map(item => item.entityId);
    expect(new Set(ids).size).toBe(40);
    expect(ids).toHaveLength(40);
    await expect(scorecards.claim(25, harness.now)).resolves.toEqual([]);
    harness.wait(30_001);
    await expect(scorecards.claim(50, harness.now)).resolves.toHaveLength(40);
  });
});
