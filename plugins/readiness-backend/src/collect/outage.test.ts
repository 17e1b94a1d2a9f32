import { TestDatabases } from '@backstage/backend-test-utils';
import type { CheckExplanation } from '@airworthy/plugin-readiness-common';
import { service, workload } from '../__testUtils__/fixtures';
import { ReadinessHarness } from '../__testUtils__/ReadinessHarness';
import { StatedSource } from '../__testUtils__/StatedSource';

const CART = 'component:default/cart';
const HOUR = 60 * 60 * 1000;

jest.setTimeout(120_000);

describe('a cluster beside the repository', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  /** The repository declares three replicas, the cluster runs one. */
  async function start(databaseId: Parameters<typeof databases.init>[0]) {
    const cluster = new StatedSource(HOUR, {
      id: 'kubernetes:eu',
      kind: 'kubernetes',
      title: 'Kubernetes eu',
      strength: 'observed',
      supplies: ['workloads', 'autoscalers'],
    });
    const harness = await ReadinessHarness.create({
      knex: await databases.init(databaseId),
      entities: [service('cart')],
      sources: [cluster],
    });
    harness.state(CART, {
      facts: [
        {
          ...workload('cart', { minReplicas: 3 }),
          origins: { minReplicas: { file: 'deploy/cart.yaml', line: 7 } },
        },
        { name: 'runbook.exists', value: true },
      ],
    });
    cluster.stated.set(CART, {
      facts: [
        {
          ...workload('cart', { minReplicas: 1 }),
          origins: { '': { url: 'https://clusters.example.com/cart' } },
        },
      ],
    });
    await harness.run();
    return { harness, cluster };
  }

  async function checkOf(
    harness: ReadinessHarness,
    id: string,
  ): Promise<CheckExplanation> {
    const { questions } = await harness.scorecard(CART);
    const check = questions
      .flatMap(({ checks }) => checks)
      .find(candidate => candidate.id === id);
    if (!check) {
      throw new Error(`there is no check ${id}`);
    }
    return check;
  }

  it.each(databases.eachSupportedId())(
    'outranks what is declared, and the difference is shown, %p',
    async databaseId => {
      const { harness } = await start(databaseId);
      const check = await checkOf(harness, 'replicas');
      expect(check).toMatchObject({
        status: 'fail',
        drift: [
          {
            fact: 'workload.minReplicas',
            member: 'Deployment/shop/cart',
            declared: 3,
            observed: 1,
            declaredSource: 'repository',
            observedSource: 'kubernetes:eu',
            file: 'deploy/cart.yaml',
            line: 7,
          },
        ],
      });
      expect(check.evidence).toContainEqual(
        expect.objectContaining({
          source: 'kubernetes:eu',
          value: 1,
          decided: true,
          url: 'https://clusters.example.com/cart',
        }),
      );
      // The matrix marks it: an upper case letter.
      const { items } = await harness.list.page(harness.fleet(), {
        sort: 'name',
        descending: false,
        limit: 1,
      });
      const column = harness.readiness.checklist.columnOf('replicas') ?? -1;
      expect(items[0].statuses[column]).toBe('F');
    },
  );

  it.each(databases.eachSupportedId())(
    'goes stale when it is killed, by name, and recovers by itself, %p',
    async databaseId => {
      const { harness, cluster } = await start(databaseId);
      cluster.stated.set(CART, {
        facts: [workload('cart', { minReplicas: 2 })],
      });
      await harness.collect();
      await harness.evaluate();
      const before = await harness.scorecard(CART);
      expect((await checkOf(harness, 'replicas')).status).toBe('pass');

      cluster.failure = 'connection refused';
      harness.wait(HOUR / 2);
      await expect(harness.collect()).rejects.toThrow('connection refused');
      await harness.evaluate();
      // Within its limit of freshness nothing changes.
      expect((await checkOf(harness, 'replicas')).status).toBe('pass');

      harness.wait(HOUR);
      await expect(harness.collect()).rejects.toThrow('connection refused');
      await harness.evaluate();
      const stale = await checkOf(harness, 'replicas');
      // What the repository declares turns nothing green.
      expect(stale.status).toBe('unknown');
      expect(stale.message).toContain('Kubernetes eu');
      expect(stale.evidence).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            source: 'kubernetes:eu',
            value: 2,
            stale: true,
          }),
          expect.objectContaining({
            source: 'repository',
            value: 3,
            decided: false,
          }),
        ]),
      );

      const affected = new Set(
        harness.readiness.checklist.columns
          .filter(({ sourceKinds }) => sourceKinds.includes('kubernetes'))
          .map(({ id }) => id),
      );
      const others = (scorecard: typeof before) =>
        scorecard.questions
          .flatMap(({ checks }) => checks)
          .filter(({ id }) => !affected.has(id))
          .map(({ id, status }) => `${id} ${status}`);
      expect(others(await harness.scorecard(CART))).toEqual(others(before));

      cluster.failure = undefined;
      await harness.collect();
      await harness.evaluate();
      expect((await checkOf(harness, 'replicas')).status).toBe('pass');
    },
  );
});
