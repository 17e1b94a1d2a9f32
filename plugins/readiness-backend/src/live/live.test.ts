import { TestDatabases } from '@backstage/backend-test-utils';
import type { Alert, Deployment } from '@airworthy/plugin-readiness-common';
import { service } from '../__testUtils__/fixtures';
import { ReadinessHarness } from '../__testUtils__/ReadinessHarness';

const CART = 'component:default/cart';
const RISK = 'component:default/risk';
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

jest.setTimeout(120_000);

function deployment(
  key: string,
  fields: Partial<Deployment> = {},
): Omit<Deployment, 'source'> {
  return {
    entityRef: CART,
    key,
    environment: 'production',
    result: 'succeeded',
    rollback: false,
    ...fields,
  };
}

function alert(
  key: string,
  fields: Partial<Alert> = {},
): Omit<Alert, 'source'> {
  return {
    entityRef: CART,
    key,
    environment: 'production',
    name: key,
    labels: { severity: 'page' },
    state: 'firing',
    since: '2026-11-02T08:00:00.000Z',
    pages: true,
    receivers: ['pager'],
    url: 'https://alertmanager.example.com',
    ...fields,
  };
}

describe('live evidence', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  async function start(
    databaseId: Parameters<typeof databases.init>[0],
    emits = true,
  ) {
    const harness = await ReadinessHarness.create({
      knex: await databases.init(databaseId),
      entities: [service('cart'), service('risk')],
      emits: emits ? ['deployments', 'alerts', 'incidents'] : [],
    });
    harness.state(CART, {});
    await harness.run();
    return harness;
  }

  /** Statements that change tables of live evidence, from now on. */
  function watchWrites(harness: ReadinessHarness): string[] {
    const written: string[] = [];
    harness.knex.on('query', ({ sql }: { sql: string }) => {
      if (
        /^(insert into|update|delete from) "?(deployments|alerts|incidents|facts)/.test(
          sql,
        )
      ) {
        written.push(sql);
      }
    });
    return written;
  }

  async function alertsOf(harness: ReadinessHarness, ref = CART) {
    const ids = await harness.readiness.entities.idsOf([ref]);
    const alerts = await harness.readiness.live.alerts.list(
      ids.get(ref) ?? -1,
      ref,
    );
    return alerts.map(({ key, state }) => `${key} ${state}`);
  }

  it.each(databases.eachSupportedId())(
    'writes a deployment once, and what became of it, %p',
    async databaseId => {
      const harness = await start(databaseId);
      const begun = deployment('1', {
        result: 'in-progress',
        startedAt: '2026-11-02T08:00:00.000Z',
      });
      const ended = deployment('1', {
        startedAt: begun.startedAt,
        finishedAt: '2026-11-02T08:10:00.000Z',
        commit: { sha: 'abc', committedAt: '2026-11-02T06:10:00.000Z' },
      });
      harness.tell({ deployments: [begun, { ...begun, entityRef: 'a:b/c' }] });
      await harness.collect();
      harness.tell({ deployments: [ended] });
      await harness.collect();

      const written = watchWrites(harness);
      harness.wait(HOUR);
      harness.tell({ deployments: [ended] });
      await harness.collect();
      // A message that was late does not open again what is over.
      harness.tell({ deployments: [begun] });
      await harness.collect();
      expect(written).toEqual([]);

      const { items, metrics } = await harness.deployments(CART);
      expect(items).toEqual([
        {
          ...ended,
          source: 'repository',
          sourceTitle: 'Repository',
          leadTimeSeconds: 2 * 60 * 60,
        },
      ]);
      expect(metrics.leadTime).toMatchObject({ words: '2 hours' });
    },
  );

  it.each(databases.eachSupportedId())(
    'states facts of deployments, whoever told them, %p',
    async databaseId => {
      const harness = await start(databaseId);
      await harness.expectStatus('deployments-recorded', 'fail', CART);
      // Nobody who would know speaks about this one.
      await harness.expectStatus('deployments-recorded', 'unknown', RISK);

      harness.tell({
        deployments: [
          deployment('1', { finishedAt: '2026-10-01T08:00:00.000Z' }),
          deployment('2', {
            finishedAt: '2026-10-02T08:00:00.000Z',
            rollback: true,
            url: 'https://example.com/2',
          }),
          deployment('3', {
            finishedAt: '2026-10-03T08:00:00.000Z',
            result: 'failed',
            rollback: true,
          }),
          deployment('4', { environment: 'staging' }),
        ],
      });
      await harness.collect();
      await harness.evaluate();
      await harness.expectStatus('deployments-recorded', 'pass', CART);
      await harness.expectStatus('rollback-proven', 'pass', CART);
      const scorecard = await harness.scorecard(CART);
      const proven = scorecard.questions
        .flatMap(({ checks }) => checks)
        .find(({ id }) => id === 'rollback-proven');
      expect(proven?.evidence).toMatchObject([
        {
          fact: 'rollback.provenAt',
          value: '2026-10-02T08:00:00.000Z',
          sourceTitle: 'Deployments',
          url: 'https://example.com/2',
        },
      ]);
    },
  );

  it.each(databases.eachSupportedId())(
    'keeps of deployments the last ones, however old, %p',
    async databaseId => {
      const harness = await start(databaseId);
      const daily = (from: number, count: number) =>
        Array.from({ length: count }, (_, index) =>
          deployment(`${from + index}`, {
            finishedAt: new Date(
              harness.now - (from + index) * DAY,
            ).toISOString(),
          }),
        );
      harness.tell({ deployments: daily(1, 510) });
      await harness.collect();
      await harness.readiness.prune(harness.now);
      await expect(harness.knex('deployments')).resolves.toHaveLength(400);
      harness.wait(1000 * DAY);
      await harness.readiness.prune(harness.now);
      await expect(
        harness.knex('deployments').orderBy('at', 'desc').pluck('key'),
      ).resolves.toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    },
  );

  it.each(databases.eachSupportedId())(
    'resolves alerts that are told of no more, and forgets them later, %p',
    async databaseId => {
      const harness = await start(databaseId);
      const both = [
        alert('Slow', { state: 'pending' }),
        alert('Down'),
        alert('Quiet', {
          state: 'silenced',
          silence: { by: 'ada', until: '2026-11-03T00:00:00Z', comment: 'ok' },
        }),
        alert('Down', { entityRef: RISK }),
      ];
      harness.tell({ alerts: both });
      await harness.collect();
      const written = watchWrites(harness);
      await harness.collect();
      expect(written).toEqual([]);
      expect(await alertsOf(harness)).toEqual([
        'Down firing',
        'Quiet silenced',
        'Slow pending',
      ]);

      // What is told about one entity says nothing about the others.
      harness.tell({ alerts: [] });
      await harness.collectOne(RISK);
      expect(await alertsOf(harness, RISK)).toEqual(['Down resolved']);
      expect(await alertsOf(harness)).toHaveLength(3);

      harness.tell({ alerts: [both[0]] });
      harness.wait(HOUR);
      await harness.collect();
      expect(await alertsOf(harness)).toEqual([
        'Slow pending',
        'Down resolved',
        'Quiet resolved',
      ]);

      // What only pended never was an alert.
      harness.tell({ alerts: [both[1]] });
      await harness.collect();
      expect(await alertsOf(harness)).toEqual([
        'Down firing',
        'Quiet resolved',
      ]);
      harness.wait(8 * DAY);
      await harness.readiness.prune(harness.now);
      expect(await alertsOf(harness)).toEqual(['Down firing']);
    },
  );

  it.each(databases.eachSupportedId())(
    'lets incidents go into the metrics, %p',
    async databaseId => {
      const harness = await start(databaseId);
      const lasting = {
        entityRef: CART,
        key: 'P1',
        title: 'Slow',
        startedAt: '2026-11-02T08:30:00.000Z',
      };
      harness.tell({
        deployments: [
          deployment('1', { finishedAt: '2026-11-02T08:00:00.000Z' }),
        ],
        incidents: [lasting],
      });
      await harness.collect();
      harness.tell({
        incidents: [{ ...lasting, resolvedAt: '2026-11-02T08:50:00.000Z' }],
      });
      await harness.collect();
      const written = watchWrites(harness);
      await harness.collect();
      expect(written).toEqual([]);
      const { metrics } = await harness.deployments(CART);
      expect(metrics.failedDeploymentRecoveryTime).toMatchObject({
        words: '50 minutes',
        from: { deployments: 1, incidents: 1 },
      });
      harness.wait(500 * DAY);
      await harness.readiness.prune(harness.now);
      await expect(harness.knex('incidents')).resolves.toEqual([]);
    },
  );

  it.each(databases.eachSupportedId())(
    'refuses what a source says in the name of another, %p',
    async databaseId => {
      const harness = await start(databaseId);
      harness.tell({
        deployments: [{ ...deployment('1'), source: 'argocd:main' }],
      });
      await harness.collect();
      await expect(harness.knex('deployments')).resolves.toEqual([]);
      await expect(
        harness.knex('source_errors').pluck('message'),
      ).resolves.toEqual(['speaks in the name of "argocd:main"']);
    },
  );

  it.each(databases.eachSupportedId())(
    'knows no deployments where no source tells any, %p',
    async databaseId => {
      const harness = await start(databaseId, false);
      expect(
        harness.readiness.checklist.inactive.map(({ id }) => id),
      ).toContain('deployments-recorded');
    },
  );
});
