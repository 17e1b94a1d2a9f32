import { TestDatabases } from '@backstage/backend-test-utils';
import type { FactRecord } from '@airworthy/plugin-readiness-common';
import type { EvidenceSource } from '@airworthy/plugin-readiness-node';
import { service, workload } from '../__testUtils__/fixtures';
import { ReadinessHarness } from '../__testUtils__/ReadinessHarness';

const CART = 'component:default/cart';
const HOUR = 60 * 60 * 1000;

jest.setTimeout(120_000);

describe('evidence', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'writes no fact that says the same, but renews its age, %p',
    async databaseId => {
      const harness = await ReadinessHarness.create({
        knex: await databases.init(databaseId),
        entities: [service('cart')],
        freshnessMs: HOUR,
      });
      harness.state(CART, {
        facts: [
          workload('cart', { minReplicas: 2 }),
          { name: 'runbook.exists', value: true },
        ],
      });
      await harness.run();
      const written: string[] = [];
      harness.knex.on('query', ({ sql }: { sql: string }) => {
        if (/^(insert into|delete from) "facts"/.test(sql)) {
          written.push(sql);
        }
      });
      harness.wait(HOUR / 2);
      await harness.collect();
      expect(written).toEqual([]);

      const stored = await harness.reader.find(harness.fleet(), CART);
      const observed = stored?.facts
        .filter(fact => fact.source === 'repository')
        .map(fact => [fact.observedAt, fact.expiresAt]);
      expect(observed).toEqual([
        ['2026-11-02T09:30:00.000Z', '2026-11-02T10:30:00.000Z'],
        ['2026-11-02T09:30:00.000Z', '2026-11-02T10:30:00.000Z'],
      ]);

      harness.state(CART, { facts: [workload('cart', { minReplicas: 2 })] });
      await harness.collect();
      expect(written).toHaveLength(1);
    },
  );

  it.each(databases.eachSupportedId())(
    'ages while its source fails, and counts again when it answers, %p',
    async databaseId => {
      const harness = await ReadinessHarness.create({
        knex: await databases.init(databaseId),
        entities: [service('cart')],
        freshnessMs: HOUR,
      });
      harness.state(CART, { facts: [workload('cart', { minReplicas: 2 })] });
      await harness.run();
      await harness.expectStatus('replicas', 'pass', CART);

      harness.breakSource('timed out');
      harness.wait(HOUR / 2);
      await expect(harness.collect()).rejects.toThrow('timed out');
      await harness.evaluate();
      await harness.expectStatus('replicas', 'pass', CART);
      const [health] = (await harness.readiness.health.list()).filter(
        row => row.id === 'repository',
      );
      expect(health.error).toMatch('timed out');
      expect(Number(health.succeeded_at)).toBeLessThan(harness.now);

      harness.wait(HOUR);
      await harness.evaluate();
      await harness.expectStatus('replicas', 'unknown', CART);

      harness.breakSource(undefined);
      await harness.collect();
      await harness.evaluate();
      await harness.expectStatus('replicas', 'pass', CART);
      const stored = await harness.reader.find(harness.fleet(), CART);
      const transitions = await harness.reader.transitions(
        harness.fleet(),
        stored?.entityId ?? -1,
        { check: 'replicas', limit: 10 },
      );
      expect(transitions.map(({ from, to, why }) => [from, to, why])).toEqual([
        ['unknown', 'pass', 'Repository answers again.'],
        ['pass', 'unknown', 'The evidence passed its freshness limit.'],
      ]);
    },
  );

  it('refuses facts that are not registered, or of another source', async () => {
    const harness = await ReadinessHarness.create({
      knex: await databases.init('SQLITE_3'),
      entities: [service('cart')],
    });
    harness.state(CART, {
      facts: [
        { name: 'made.up', value: true },
        { name: 'runbook.exists', value: true },
      ],
    });
    await harness.run();
    const errors = await harness
      .knex('source_errors')
      .select('source', 'entity_ref', 'message');
    expect(errors).toEqual([
      {
        source: 'repository',
        entity_ref: CART,
        message: 'states "made.up", which is no registered fact',
      },
    ]);
    await expect(
      harness.knex('facts').where({ source: 'repository' }).pluck('name'),
    ).resolves.toEqual(['runbook.exists']);
  });

  it.each(databases.eachSupportedId())(
    'lets a source read what others state of a fact, %p',
    async databaseId => {
      const harness = await ReadinessHarness.create({
        knex: await databases.init(databaseId),
        entities: [service('cart'), service('search')],
        freshnessMs: HOUR,
      });
      harness.state(CART, {
        facts: [
          workload('cart', { minReplicas: 2 }),
          { name: 'runbook.exists', value: true },
        ],
      });
      await harness.run();
      let stated = new Map<string, FactRecord[]>();
      const reading: EvidenceSource = {
        descriptor: {
          id: 'reading',
          kind: 'reading',
          title: 'Reading',
          strength: 'observed',
          supplies: [],
        },
        schedule: { frequency: { hours: 1 }, timeout: { hours: 1 } },
        collect: async context => {
          stated = await context.statedFacts('workloads', [
            CART,
            'component:default/search',
            'component:default/gone',
          ]);
        },
      };
      await harness.readiness.collector.collect(
        reading,
        new AbortController().signal,
      );
      expect([...stated]).toEqual([
        [
          CART,
          [
            expect.objectContaining({
              name: 'workloads',
              source: 'repository',
              value: expect.objectContaining({ minReplicas: 2 }),
              expiresAt: '2026-11-02T10:00:00.000Z',
            }),
          ],
        ],
        ['component:default/search', []],
      ]);
    },
  );
});
