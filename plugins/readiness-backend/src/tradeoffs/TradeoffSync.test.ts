import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { OpenAssumption } from '@airworthy/plugin-tradeoffs-node';
import { service, workload } from '../__testUtils__/fixtures';
import { ReadinessHarness } from '../__testUtils__/ReadinessHarness';
import { StatedTradeoffs } from '../__testUtils__/StatedTradeoffs';
import { TradeoffSync } from './TradeoffSync';

const CART = 'component:default/cart';
const DAY_MS = 24 * 60 * 60 * 1000;

jest.setTimeout(120_000);

describe('TradeoffSync', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  async function start(databaseId: Parameters<typeof databases.init>[0]) {
    const tradeoffs = new StatedTradeoffs();
    const harness = await ReadinessHarness.create({
      knex: await databases.init(databaseId),
      entities: [service('cart'), service('risk')],
      tradeoffs,
    });
    harness.state(CART, { facts: [workload('cart', { minReplicas: 1 })] });
    await harness.run();
    await harness.expectStatus('replicas', 'fail', CART);
    const sync = harness.readiness.tradeoffSync;
    if (!sync) {
      throw new Error('Tradeoffs are not installed');
    }
    return { harness, tradeoffs, sync };
  }

  it.each(databases.eachSupportedId())(
    'accepts a failing check while its record counts, and not a moment longer, %p',
    async databaseId => {
      const { harness, tradeoffs, sync } = await start(databaseId);
      const before = await harness.scorecard(CART);
      tradeoffs.acceptances = [
        {
          entityRef: CART,
          check: 'replicas',
          recordId: 'cart-0001',
          recordTitle: 'One replica is enough',
          until: new Date(harness.now + DAY_MS).toISOString(),
        },
      ];
      await sync.sync([CART]);
      await harness.evaluate();
      await harness.expectStatus('replicas', 'accepted', CART);
      const accepted = await harness.scorecard(CART);
      expect(accepted.counts.accepted).toBe(1);
      expect(accepted.counts.fail).toBe(before.counts.fail - 1);
      expect(accepted.counts.pass).toBe(before.counts.pass);
      expect(
        accepted.questions
          .flatMap(question => question.checks)
          .find(check => check.id === 'replicas')?.acceptance,
      ).toMatchObject({
        recordId: 'cart-0001',
        recordTitle: 'One replica is enough',
        recordUrl: '/tradeoffs/records/cart-0001',
      });

      // Superseded, contradicted or withdrawn: it is not told any more.
      tradeoffs.acceptances = [];
      await sync.sync([CART]);
      await harness.evaluate();
      await harness.expectStatus('replicas', 'fail', CART);
      const stored = await harness.reader.find(harness.fleet(), CART);
      const [last] = await harness.reader.transitions(
        harness.fleet(),
        stored?.entityId ?? -1,
        { check: 'replicas', limit: 1 },
      );
      expect(last.why).toBe('No tradeoff record in force accepts it any more.');
    },
  );

  it.each(databases.eachSupportedId())(
    'lets an acceptance lapse by itself, %p',
    async databaseId => {
      const { harness, tradeoffs, sync } = await start(databaseId);
      tradeoffs.acceptances = [
        {
          entityRef: CART,
          check: 'replicas',
          recordId: 'cart-0001',
          recordTitle: 'One replica is enough',
          until: new Date(harness.now + DAY_MS).toISOString(),
        },
      ];
      await sync.sync();
      await harness.evaluate();
      await harness.expectStatus('replicas', 'accepted', CART);
      // The other plugin is away: the end that is known still ends it.
      tradeoffs.failure = 'away';
      await sync.sync();
      harness.wait(DAY_MS + 1);
      await harness.readiness.queue.addDue(harness.now);
      await harness.evaluate();
      await harness.expectStatus('replicas', 'fail', CART);
    },
  );

  it.each(databases.eachSupportedId())(
    'reports what the facts make of assumptions, and only news, %p',
    async databaseId => {
      const { harness, tradeoffs, sync } = await start(databaseId);
      const assumption: OpenAssumption = {
        entityRef: CART,
        recordId: 'cart-0001',
        assumptionId: 'replicas',
        rule: 'workloads.all(w, w.minReplicas == 1) && entity.tier == 3',
        reported: false,
      };
      tradeoffs.assumptions = [assumption];
      await sync.sync([CART]);
      await harness.evaluate();
      await sync.settled();
      expect(tradeoffs.reports).toEqual([
        expect.objectContaining({
          entityRef: CART,
          recordId: 'cart-0001',
          assumptionId: 'replicas',
          outcome: 'true',
          value: 'workload.minReplicas is 1 (cart); entity.tier is 3',
        }),
      ]);

      tradeoffs.assumptions = [{ ...assumption, reported: true }];
      await sync.sync();
      await harness.evaluate();
      await sync.settled();
      expect(tradeoffs.reports).toHaveLength(1);

      harness.state(CART, { facts: [workload('cart', { minReplicas: 2 })] });
      harness.wait(60_000);
      await harness.run();
      await sync.settled();
      expect(tradeoffs.reports[1]).toMatchObject({
        outcome: 'false',
        value: 'workload.minReplicas is 2 (cart); entity.tier is 3',
      });

      // Nobody can say: neither true nor false.
      harness.state(CART, { facts: [], status: 'error' });
      harness.wait(60_000);
      await harness.run();
      await sync.settled();
      expect(tradeoffs.reports[2]).toMatchObject({ outcome: 'unknown' });
      expect(tradeoffs.reports).toHaveLength(3);
    },
  );

  it('reports again what was lost on the way', async () => {
    const { harness, tradeoffs, sync } = await start('SQLITE_3');
    tradeoffs.assumptions = [
      {
        entityRef: CART,
        recordId: 'cart-0001',
        assumptionId: 'tier',
        rule: 'entity.tier == 3',
        reported: false,
      },
    ];
    await sync.sync();
    tradeoffs.failure = 'away';
    await harness.evaluate();
    await sync.settled();
    expect(tradeoffs.reports).toEqual([]);
    tradeoffs.failure = undefined;
    await sync.sync();
    await harness.evaluate();
    await sync.settled();
    expect(tradeoffs.reports).toMatchObject([{ outcome: 'true' }]);
  });

  it('looks again when records change, and asks nobody where nobody keeps any', async () => {
    const { harness, tradeoffs } = await start('SQLITE_3');
    const events = mockServices.events();
    const sync = new TradeoffSync({
      ...harness.readiness,
      knex: harness.knex,
      tradeoffs,
      logger: mockServices.logger.mock(),
      now: () => harness.now,
    });
    await sync.subscribe(events);
    tradeoffs.acceptances = [
      {
        entityRef: CART,
        check: 'replicas',
        recordId: 'cart-0001',
        recordTitle: 'One replica is enough',
        until: new Date(harness.now + DAY_MS).toISOString(),
      },
    ];
    await events.publish({
      topic: 'tradeoffs.records.changed',
      eventPayload: { recordIds: ['cart-0001'], entityRefs: [CART] },
    });
    await sync.settled();
    await harness.evaluate();
    await harness.expectStatus('replicas', 'accepted', CART);

    const bare = await ReadinessHarness.create({
      knex: await databases.init('SQLITE_3'),
      entities: [service('cart')],
    });
    expect(bare.readiness.tradeoffSync).toBeUndefined();
  });
});
