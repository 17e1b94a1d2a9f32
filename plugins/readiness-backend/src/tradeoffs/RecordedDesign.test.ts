import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type {
  EntityDesign,
  StatedByRecord,
} from '@airworthy/plugin-tradeoffs-node';
import { service } from '../__testUtils__/fixtures';
import { ReadinessHarness } from '../__testUtils__/ReadinessHarness';
import { StatedTradeoffs } from '../__testUtils__/StatedTradeoffs';

const CART = 'component:default/cart';
const RISK = 'component:default/risk';
const SHOP = 'system:default/shop';
const HOUR_MS = 60 * 60 * 1000;

const STEPS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

jest.setTimeout(120_000);

function stated(recordId: string, names: readonly string[]): StatedByRecord[] {
  return names.map(name => ({ name, recordId }));
}

function design(
  entityRef: string,
  fields: Partial<EntityDesign> = {},
): EntityDesign {
  return {
    entityRef,
    complete: true,
    axes: [],
    designSteps: [],
    recoveryObjectives: [],
    ...fields,
  };
}

const GROUP: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'shop', namespace: 'default', uid: 'uid-group' },
  spec: { type: 'team', children: [] },
};

function inShop(name: string): Entity {
  return {
    ...service(name, { system: 'shop' }),
    relations: [{ type: 'partOf', targetRef: SHOP }],
  };
}

describe('RecordedDesign', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  async function start(
    databaseId: Parameters<typeof databases.init>[0],
    designs: EntityDesign[],
  ) {
    const tradeoffs = new StatedTradeoffs();
    tradeoffs.designs = designs;
    const harness = await ReadinessHarness.create({
      knex: await databases.init(databaseId),
      entities: [inShop('cart'), inShop('risk'), service('alone'), GROUP],
      tradeoffs,
    });
    await harness.run();
    return { harness, tradeoffs };
  }

  async function check(harness: ReadinessHarness, id: string, ref: string) {
    const { questions } = await harness.scorecard(ref);
    return questions
      .flatMap(question => question.checks)
      .find(explanation => explanation.id === id);
  }

  it.each(databases.eachSupportedId())(
    'passes and fails the checks of the design by records, %p',
    async databaseId => {
      const { harness } = await start(databaseId, [
        design(CART, {
          axes: stated('cart-0001', ['cost-availability']),
          designSteps: [
            ...stated('cart-0001', STEPS.slice(0, 5)),
            ...stated('shop-0001', STEPS.slice(5)),
          ],
        }),
        design(RISK, { designSteps: stated('risk-0001', STEPS.slice(1)) }),
        design('component:default/alone', { complete: false }),
      ]);
      await harness.expectStatus('tradeoffs-recorded', 'pass', CART);
      await harness.expectStatus('design-covered', 'pass', CART);
      await harness.expectStatus('tradeoffs-recorded', 'fail', RISK);
      await harness.expectStatus('design-covered', 'fail', RISK);
      // What was not read says nothing, and neither does who was not asked.
      const alone = 'component:default/alone';
      await harness.expectStatus('tradeoffs-recorded', 'unknown', alone);
      await harness.expectStatus('design-covered', 'unknown', alone);

      const urls = async (id: string, ref: string) =>
        JSON.stringify(await check(harness, id, ref));
      await expect(urls('tradeoffs-recorded', CART)).resolves.toContain(
        'https://portal.example.com/tradeoffs/records/cart-0001',
      );
      await expect(urls('design-covered', CART)).resolves.toContain(
        'https://portal.example.com/catalog/default/component/cart/tradeoffs',
      );
    },
  );

  it.each(databases.eachSupportedId())(
    'follows a change of a record, for all of a system where it is the system’s, %p',
    async databaseId => {
      const { harness, tradeoffs } = await start(databaseId, [
        design(CART),
        design(RISK),
        design('component:default/alone'),
      ]);
      await harness.expectStatus('tradeoffs-recorded', 'fail', CART);
      const events = mockServices.events();
      const { tradeoffSync } = harness.readiness;
      await tradeoffSync?.subscribe(events);
      const axes = stated('shop-0001', ['managed-self-managed']);
      tradeoffs.designs = [
        design(CART, { axes }),
        design(RISK, { axes }),
        design('component:default/alone', { axes }),
      ];
      await events.publish({
        topic: 'tradeoffs.records.changed',
        eventPayload: {
          recordIds: ['shop-0001'],
          entityRefs: [SHOP, 'group:default/shop'],
        },
      });
      await tradeoffSync?.settled();
      await harness.evaluate();
      await harness.expectStatus('tradeoffs-recorded', 'pass', CART);
      await harness.expectStatus('tradeoffs-recorded', 'pass', RISK);
      await harness.expectStatus(
        'tradeoffs-recorded',
        'fail',
        'component:default/alone',
      );
      // Nobody's design is looked at who has no scorecard.
      const asked = new Set(tradeoffs.asked);
      expect(asked).toContain(CART);
      expect(asked).not.toContain('group:default/shop');
    },
  );

  it.each(databases.eachSupportedId())(
    'keeps what was known while it cannot ask, until that is stale, %p',
    async databaseId => {
      const { harness, tradeoffs } = await start(databaseId, [
        design(CART, { axes: stated('cart-0001', ['cost-availability']) }),
      ]);
      tradeoffs.failure = 'away';
      harness.wait(HOUR_MS / 2);
      await harness.readiness.tradeoffSync?.sync([CART]);
      await expect(harness.collect()).rejects.toThrow(/tradeoffs failed/);
      await harness.evaluate();
      await harness.expectStatus('tradeoffs-recorded', 'pass', CART);
      harness.wait(HOUR_MS);
      await harness.readiness.queue.addDue(harness.now);
      await harness.evaluate();
      await harness.expectStatus('tradeoffs-recorded', 'unknown', CART);
    },
  );

  it('states objectives of recovery where records do', async () => {
    const { harness } = await start('SQLITE_3', [
      design(CART, { recoveryObjectives: stated('cart-0001', ['RTO']) }),
      design(RISK),
    ]);
    await expect(
      harness
        .knex('facts as f')
        .join('entities as e', 'e.id', 'f.entity_id')
        .where({ 'f.name': 'recovery.objectives' })
        .select('e.ref', 'f.value'),
    ).resolves.toEqual([{ ref: CART, value: JSON.stringify(['RTO']) }]);
  });

  it('has no such checks where nobody keeps records', async () => {
    const harness = await ReadinessHarness.create({
      knex: await databases.init('SQLITE_3'),
      entities: [service('cart')],
    });
    await harness.run();
    await expect(
      check(harness, 'tradeoffs-recorded', CART),
    ).resolves.toBeUndefined();
    await expect(
      check(harness, 'design-covered', CART),
    ).resolves.toBeUndefined();
  });
});
