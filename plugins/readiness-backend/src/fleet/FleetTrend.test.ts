import { TestDatabases } from '@backstage/backend-test-utils';
import { DailyRollupStore } from '../rollups';
import { ONE_CHECK, service, workload } from '../__testUtils__/fixtures';
import { ReadinessHarness } from '../__testUtils__/ReadinessHarness';
import { EntityTitles } from './EntityTitles';
import { FleetRollup } from './FleetRollup';
import { FleetTrend } from './FleetTrend';
import { StatusScan } from './StatusScan';

const CART = 'component:default/cart';
const RISK = 'component:default/risk';
const DAY = 24 * 60 * 60 * 1000;

jest.setTimeout(120_000);

describe('the past of the fleet', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  async function createHarness(
    databaseId: Parameters<typeof databases.init>[0],
  ) {
    return ReadinessHarness.create({
      knex: await databases.init(databaseId),
      entities: [service('cart'), service('risk')],
      checklist: ONE_CHECK,
    });
  }

  function trendOf(harness: ReadinessHarness, historyMs = 400 * DAY) {
    return new FleetTrend({
      counts: harness.counts,
      history: harness.history,
      rollups: new DailyRollupStore({ knex: harness.knex }),
      versions: harness.readiness.versions,
      historyMs,
      now: () => harness.now,
    });
  }

  function rollupOf(harness: ReadinessHarness) {
    const { knex, counts, history, readiness } = harness;
    return new FleetRollup({
      checklist: readiness.checklist,
      counts,
      history,
      scan: new StatusScan({ knex }),
      titles: new EntityTitles({ knex }),
      versions: readiness.versions,
      now: () => harness.now,
    });
  }

  /**
   * Day 0: cart and risk fail. Day 10: cart passes. Day 20: risk goes to
   * another owner. Day 30: risk leaves the catalog. Day 35: now.
   */
  async function live(harness: ReadinessHarness) {
    harness.state(CART, { facts: [workload('cart', { minReplicas: 1 })] });
    harness.state(RISK, { facts: [workload('risk', { minReplicas: 1 })] });
    await harness.run();
    harness.wait(10 * DAY);
    harness.state(CART, { facts: [workload('cart', { minReplicas: 2 })] });
    await harness.run();
    harness.wait(10 * DAY);
    harness.catalogEntities.set(
      RISK,
      service('risk', { owner: 'group:default/money' }),
    );
    await harness.run();
    harness.wait(10 * DAY);
    harness.catalogEntities.delete(RISK);
    await harness.run();
    harness.wait(5 * DAY);
  }

  const levelsAt = (points: Array<{ levels: Record<string, number> }>) =>
    points.map(point => point.levels);

  it.each(databases.eachSupportedId())(
    'is what it was at each moment, %p',
    async databaseId => {
      const harness = await createHarness(databaseId);
      const start = harness.now;
      await live(harness);
      const window = {
        from: start - 5 * DAY,
        to: harness.now,
        // Every five days, from before the beginning.
        points: 9,
      };
      const trend = trendOf(harness);
      const { points } = await trend.trend(harness.fleet(), window);
      expect(levelsAt(points)).toEqual([
        {},
        { none: 2 },
        { none: 2 },
        { none: 1, bronze: 1 },
        { none: 1, bronze: 1 },
        { none: 1, bronze: 1 },
        { none: 1, bronze: 1 },
        { bronze: 1 },
        { bronze: 1 },
      ]);
      expect(points[3].counts).toEqual({
        pass: 1,
        fail: 1,
        unknown: 0,
        'not-applicable': 0,
        accepted: 0,
      });

      const ofShop = await trend.trend(
        harness.fleet({ owners: ['group:default/shop'] }),
        window,
      );
      expect(levelsAt(ofShop.points)).toEqual([
        {},
        { none: 2 },
        { none: 2 },
        { none: 1, bronze: 1 },
        { none: 1, bronze: 1 },
        { bronze: 1 },
        { bronze: 1 },
        { bronze: 1 },
        { bronze: 1 },
      ]);

      const ofRisk = await trend.trend(harness.fleet({ entityRef: RISK }), {
        ...window,
        points: 3,
      });
      expect(levelsAt(ofRisk.points)).toEqual([{}, { none: 1 }, {}]);
    },
  );

  it.each(databases.eachSupportedId())(
    'is what rollups compare with, in the groups of that time, %p',
    async databaseId => {
      const harness = await createHarness(databaseId);
      await live(harness);
      const rollup = await rollupOf(harness).rollUp(harness.fleet(), 'owner');
      // Thirty days ago both were of shop, and neither passed.
      expect(rollup).toEqual({
        by: 'owner',
        total: 1,
        previews: 0,
        groups: [
          {
            key: 'group:default/shop',
            exists: false,
            services: 1,
            levels: { bronze: 1 },
            counts: {
              pass: 1,
              fail: 0,
              unknown: 0,
              'not-applicable': 0,
              accepted: 0,
            },
            passRate: 1,
            nearNext: 0,
            change30d: 100,
            levelsChange30d: { none: -2, bronze: 1 },
          },
        ],
      });
      const questions = await rollupOf(harness).rollUp(
        harness.fleet(),
        'question',
      );
      expect(questions.groups).toMatchObject([
        {
          key: 'instances',
          title: 'Does it have several instances?',
          services: 1,
          passRate: 1,
          change30d: 100,
        },
      ]);
    },
  );

  it('tells what new rules did from what services did', async () => {
    const knex = await databases.init('SQLITE_3');
    const entities = [service('cart'), service('risk')];
    const harness = await ReadinessHarness.create({
      knex,
      entities,
      checklist: ONE_CHECK,
    });
    const start = harness.now;
    harness.state(CART, { facts: [workload('cart', { minReplicas: 3 })] });
    harness.state(RISK, { facts: [workload('risk', { minReplicas: 2 })] });
    await harness.run();

    const stricter = structuredClone(ONE_CHECK);
    stricter.checks.replicas.rules[0].rule = 'workload.minReplicas >= 3';
    const later = await ReadinessHarness.create({
      knex,
      entities,
      checklist: stricter,
      startAt: start + 10 * DAY,
    });
    await later.evaluate();
    later.wait(DAY);
    const { checklistChanges, points } = await trendOf(later).trend(
      later.fleet(),
      { from: start + DAY, to: later.now, points: 2 },
    );
    expect(levelsAt(points)).toEqual([{ bronze: 2 }, { bronze: 1, none: 1 }]);
    expect(checklistChanges).toEqual([
      {
        at: new Date(start + 10 * DAY).toISOString(),
        version: 2,
        title: 'Changed replicas',
        effect: { passRate: -50, levels: { bronze: -1, none: 1 } },
      },
    ]);
    const stored = await later.reader.find(later.fleet(), RISK);
    const transitions = await later.reader.transitions(
      later.fleet(),
      stored?.entityId ?? -1,
      { check: 'replicas', limit: 5 },
    );
    expect(transitions).toMatchObject([
      {
        from: 'pass',
        to: 'fail',
        checklistChange: true,
        why: 'The rules of the checklist changed.',
      },
    ]);
  });

  it('comes from daily rollups where transitions are no longer kept', async () => {
    const harness = await createHarness('SQLITE_3');
    const start = harness.now;
    const { id: checklist } = harness.readiness.checklist;
    const rollups = new DailyRollupStore({ knex: harness.knex });
    harness.state(CART, { facts: [workload('cart', { minReplicas: 2 })] });
    harness.state(RISK, { facts: [workload('risk', { minReplicas: 1 })] });
    await harness.run();
    await rollups.record({ checklist, environment: 'production' }, harness.now);
    harness.wait(20 * DAY);
    harness.catalogEntities.delete(RISK);
    await harness.run();
    await harness.knex('transitions').delete();

    const window = { from: start, to: harness.now, points: 2 };
    const trend = trendOf(harness, 10 * DAY);
    const { points } = await trend.trend(harness.fleet(), window);
    expect(levelsAt(points)).toEqual([{ none: 1, bronze: 1 }, { bronze: 1 }]);
    const ofShop = await trend.trend(
      harness.fleet({ owners: ['group:default/shop'] }),
      window,
    );
    expect(levelsAt(ofShop.points)).toEqual([
      { none: 1, bronze: 1 },
      { bronze: 1 },
    ]);
    // Rollups count what this reader does not see: nothing is shown instead.
    const narrow = await trend.trend(
      harness.fleet({}, { kind: 'some', catalogSet: 1 }),
      window,
    );
    expect(narrow.points).toHaveLength(1);
  });
});
