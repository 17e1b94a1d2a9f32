import { TestDatabases } from '@backstage/backend-test-utils';
import { service } from '../__testUtils__/fixtures';
import { ReadinessHarness } from '../__testUtils__/ReadinessHarness';

const CART = 'component:default/cart';
const DAY = 24 * 60 * 60 * 1000;

jest.setTimeout(120_000);

describe('reconcile', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'writes what is new, changed and gone, and nothing else, %p',
    async databaseId => {
      const harness = await ReadinessHarness.create({
        knex: await databases.init(databaseId),
        entities: [service('cart'), service('risk')],
      });
      const { reconciler } = harness.readiness;
      const reconcile = () =>
        reconciler.reconcile(harness.now, new AbortController().signal);
      expect(await reconcile()).toEqual({
        seen: 2,
        added: 2,
        changed: 0,
        gone: 0,
      });
      expect(await reconcile()).toMatchObject({ added: 0, changed: 0 });

      harness.wait(1000);
      harness.catalogEntities.set(
        CART,
        service('cart', { owner: 'group:default/money' }),
      );
      expect(await reconcile()).toMatchObject({ changed: 1 });
      const changes = await harness.knex('entity_changes').select();
      expect(changes).toMatchObject([{ owner: 'group:default/shop', tier: 3 }]);

      await harness.evaluate();
      harness.catalogEntities.delete(CART);
      expect(await reconcile()).toMatchObject({ gone: 1 });
      await expect(
        harness.list.count(harness.fleet({ entityRef: CART })),
      ).resolves.toBe(0);
      await expect(
        harness.knex('transitions').where({ cause: 'gone' }).pluck('check_id'),
      ).resolves.toEqual(['']);

      harness.catalogEntities.set(CART, service('cart'));
      expect(await reconcile()).toMatchObject({ added: 1, changed: 0 });
      await harness.evaluate();
      await expect(
        harness.list.count(harness.fleet({ entityRef: CART })),
      ).resolves.toBe(1);
    },
  );

  it('buries nothing when the stream is interrupted', async () => {
    const harness = await ReadinessHarness.create({
      knex: await databases.init('SQLITE_3'),
      entities: [service('cart'), service('risk')],
    });
    await harness.run();
    harness.catalogEntities.delete(CART);
    await expect(
      harness.readiness.reconciler.reconcile(
        harness.now,
        AbortSignal.abort(new Error('shutting down')),
      ),
    ).rejects.toThrow('shutting down');
    await expect(harness.list.count(harness.fleet())).resolves.toBe(2);
  });

  it('forgets what old tombstones held, but not who they were', async () => {
    const harness = await ReadinessHarness.create({
      knex: await databases.init('SQLITE_3'),
      entities: [service('cart'), service('risk')],
    });
    harness.state(CART, { facts: [{ name: 'runbook.exists', value: true }] });
    await harness.run();
    harness.catalogEntities.delete(CART);
    await harness.reconcile();
    harness.wait(31 * DAY);
    await harness.reconcile();
    await expect(
      harness.knex('entities').where({ ref: CART }).first('projection', 'uid'),
    ).resolves.toEqual({ projection: '{}', uid: null });
    await expect(
      harness.knex('facts').where({ name: 'runbook.exists' }),
    ).resolves.toEqual([]);
  });

  it('takes the domain of the system', async () => {
    const harness = await ReadinessHarness.create({
      knex: await databases.init('SQLITE_3'),
      entities: [
        service('cart', { system: 'sales' }),
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'System',
          metadata: { name: 'sales', namespace: 'default' },
          spec: { owner: 'group:default/shop', domain: 'commerce' },
        },
      ],
    });
    await harness.run();
    const { items } = await harness.list.page(harness.fleet(), {
      sort: 'name',
      descending: false,
      limit: 1,
    });
    expect(items).toMatchObject([
      { system: 'system:default/sales', domain: 'domain:default/commerce' },
    ]);
  });
});
