import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { setupServer } from 'msw/node';
import {
  CallLog,
  Company,
  type CompanyService,
  type CompanyWorkload,
  createKubernetesHandlers,
  FaultSwitch,
  servedResources,
  type Fault,
} from '@airworthy/upstreams';
import {
  TestCollectContext,
  testEntity,
} from '@airworthy/plugin-readiness-node/testUtils';
import { readClusters } from '../config';
import { KubernetesSource } from './KubernetesSource';

const BASE = 'http://kubernetes.test';
const NOW = new Date('2026-11-24T12:00:00Z');

/** Two clusters with a service of each kind that the tests are about. */
function createCompany(): Company {
  const service = (
    name: string,
    namespace: string,
    workload: Partial<CompanyWorkload> = {},
    more: Partial<CompanyService> = {},
  ): CompanyService => ({
    entityRef: `component:default/${name}`,
    name,
    team: 'team',
    tier: 2,
    lifecycle: 'production',
    states: [],
    runtime: {
      cluster: 'lumenara-eu',
      namespace,
      workloads: [
        { kind: 'Deployment', name, replicas: 2, care: 'plain', ...workload },
      ],
    },
    ...more,
  });
  const careful = {
    care: 'exemplary',
    minReplicas: 3,
    maxReplicas: 12,
  } as const;
  const payments = service(
    'payments-api',
    'payments',
    { ...careful, replicas: 4 },
    { tier: 1 },
  );
  payments.runtime?.workloads.push({
    kind: 'Deployment',
    name: 'payments-worker',
    replicas: 3,
    ...careful,
  });
  const elsewhere = service('streaming-origin', 'streaming');
  return new Company(
    {
      organisation: 'test',
      teams: [],
      people: [],
      deployments: [],
      incidents: [],
      monitoring: {
        gauges: [],
        objectives: [],
        rules: [],
        routes: [],
        silences: [],
      },
      clusters: ['lumenara-eu', 'lumenara-us'].map(name => ({
        name,
        environment: 'production',
        zones: ['a', 'b'],
      })),
      services: [
        payments,
        service('payments-ledger', 'payments', careful),
        service('inventory', 'catalog', { ...careful, kind: 'Rollout' }),
        service('recommendations', 'catalog', {
          care: 'bare',
          running: 1,
        }),
        service(
          'catalog-import',
          'catalog',
          {},
          { states: ['link-not-found'] },
        ),
        service('cart', 'commerce', careful),
        service('pricing', 'commerce'),
        service('wishlist', 'commerce'),
        service('tenant-api', 'tenants', { replicas: 2, minReplicas: 2 }),
        {
          ...elsewhere,
          runtime: elsewhere.runtime && {
            ...elsewhere.runtime,
            cluster: 'lumenara-us',
          },
        },
      ],
    },
    { now: () => NOW },
  );
}

describe('KubernetesSource', () => {
  const worker = setupServer();
  registerMswTestHooks(worker);

  let company: Company;
  let faults: FaultSwitch;
  let calls: CallLog;
  let test: TestCollectContext;

  const entitiesOf = (one: Company) =>
    one.services.map(({ name }) => testEntity(name));

  beforeEach(() => {
    serve(createCompany());
  });

  function serve(one: Company): void {
    company = one;
    faults = new FaultSwitch();
    calls = new CallLog();
    worker.resetHandlers(
      ...createKubernetesHandlers(company, {
        baseUrl: BASE,
        faults,
        calls,
        slowBy: 5000,
        retryAfter: 0,
      }),
    );
    test = new TestCollectContext(entitiesOf(company), { now: NOW.getTime() });
  }

  function createSource(more: JsonObject = {}): KubernetesSource {
    const name = typeof more.name === 'string' ? more.name : 'lumenara-eu';
    const [cluster] = readClusters(
      new ConfigReader({
        readiness: {
          kubernetes: {
            clusters: [
              {
                name,
                url: `${BASE}/${name}`,
                serviceAccountToken: company.tokens.kubernetes,
                ...more,
              },
            ],
          },
        },
      }),
    );
    return KubernetesSource.create(cluster, {
      logger: test.logger,
      retry: { retries: 1, initialDelay: 1, maxDelay: 2 },
      saveEvery: 0,
    });
  }

  function listed(plural: string): string[] {
    return calls
      .of('kubernetes')
      .map(({ path }) => path)
      .filter(path => path.split('?')[0].endsWith(`/${plural}`));
  }

  it('says of what runs what a repository scan says of what is written', async () => {
    await createSource().collect(test.start());

    expect(test.linkOf('payments-api')?.status).toBe('ok');
    expect(test.values('payments-api', 'workloads')).toEqual({
      'Deployment/payments/payments-api': expect.objectContaining({
        kind: 'Deployment',
        minReplicas: 3,
        maxReplicas: 12,
        autoscaled: true,
        ready: 4,
        restarts: 0,
        budgeted: true,
        evictionsAllowed: 1,
        zoneSpread: true,
        networkPolicy: true,
        ownServiceAccount: true,
        withoutReadinessProbe: [],
        rootContainers: [],
        unpinnedImages: [],
        withoutRequestsOrLimits: [],
        revisionHistoryLimit: 10,
      }),
      'Deployment/payments/payments-worker': expect.objectContaining({
        minReplicas: 3,
      }),
    });
    expect(test.values('payments-api', 'certificates')).toEqual({
      'Certificate/payments/payments-api-tls': {
        name: 'payments-api-tls',
        notAfter: '2027-01-30T00:00:00Z',
      },
      'Certificate/payments/payments-worker-tls': expect.anything(),
    });
    expect(
      Object.keys(test.values('payments-api', 'disruptionBudgets')),
    ).toContain('PodDisruptionBudget/payments/payments-api');
    expect(test.values('payments-api', 'secrets.managers')).toEqual({
      '': ['ExternalSecret'],
    });
    expect(test.values('payments-api', 'traces.instrumented')).toEqual({
      '': true,
    });
    expect(test.values('payments-api', 'backup.lastSuccessAt')).toEqual({
      '': '2026-11-24T02:00:00.000Z',
    });
    expect(test.values('payments-api', 'datastore.failover')).toEqual({
      '': true,
    });
    expect(test.values('payments-api', 'datastore.encryptedAtRest')).toEqual({
      '': true,
    });
    expect(test.values('inventory', 'rollback.path')).toEqual({
      '': 'rollout inventory with analysis',
    });
    expect(test.values('recommendations', 'workloads')).toEqual({
      'Deployment/catalog/recommendations': expect.objectContaining({
        unpinnedImages: [expect.stringContaining(':latest')],
        withoutReadinessProbe: ['server'],
        ownServiceAccount: false,
      }),
    });
    expect(test.problems).toEqual([]);
  });

  it('marks facts as observed, with their moment, their limit and a place to look', async () => {
    await createSource({
      objectUrl: 'https://head.example/{cluster}/{plural}/{namespace}/{name}',
      freshness: { minutes: 20 },
    }).collect(test.start());
    const [fact] = test.facts('pricing', 'workloads');
    expect(fact).toMatchObject({
      source: 'kubernetes:lumenara-eu',
      strength: 'observed',
      environment: 'production',
      observedAt: '2026-11-24T12:00:00.000Z',
      expiresAt: '2026-11-24T12:20:00.000Z',
      origins: {
        '': {
          url: 'https://head.example/lumenara-eu/deployments/commerce/pricing',
        },
      },
    });
  });

  it('counts what runs, not what is asked for', async () => {
    await createSource().collect(test.start());
    expect(test.values('recommendations', 'workloads')).toEqual({
      'Deployment/catalog/recommendations': expect.objectContaining({
        minReplicas: 1,
        ready: 1,
        restarts: 23,
      }),
    });
  });

  it('links what the cluster has, and tells what would link the rest', async () => {
    test.entities.push(
      testEntity('gone', { 'backstage.io/kubernetes-id': 'nothing' }),
      testEntity('abroad', {
        'backstage.io/kubernetes-cluster': 'lumenara-us',
      }),
      testEntity('payments-ledger', {}, 'System'),
    );
    await createSource().collect(test.start());
    expect(test.linkOf('payments-ledger')?.status).toBe('ok');
    expect(test.linkOf('payments-ledger', 'system')?.status).toBe('not-linked');
    expect(test.linkOf('streaming-origin')).toEqual({
      status: 'not-linked',
      message: expect.stringContaining('backstage.io/kubernetes-id'),
    });
    expect(test.linkOf('gone')?.status).toBe('not-found');
    expect(test.linkOf('abroad')?.message).toContain('names lumenara-us');
  });

  it('takes a name alone only in the namespace that an entity names', async () => {
    test.entities.splice(
      0,
      Infinity,
      testEntity('payments-worker'),
      testEntity('catalog-import'),
      testEntity('Catalog-import', {
        'backstage.io/kubernetes-namespace': 'payments',
      }),
    );
    await createSource().collect(test.start());
    expect(test.linkOf('payments-worker')?.status).toBe('not-linked');
    expect(test.linkOf('catalog-import')?.status).toBe('not-linked');

    test.entities[1] = testEntity('catalog-import', {
      'backstage.io/kubernetes-namespace': 'catalog',
    });
    await createSource().collect(test.start());
    expect(test.linkOf('catalog-import')).toEqual({
      status: 'ok',
      message:
        'Matched: Deployment/catalog/catalog-import by app.kubernetes.io/name: catalog-import.',
    });
  });

  it('gives a workload that two claim to neither, and says so', async () => {
    test.entities.push(
      testEntity('rival', { 'backstage.io/kubernetes-id': 'pricing' }),
    );
    const source = createSource();
    await source.collect(test.start());
    const reason =
      'Deployment/commerce/pricing is claimed by component:default/pricing and component:default/rival (backstage.io/kubernetes-id: pricing) and goes to neither';
    for (const name of ['pricing', 'rival']) {
      expect(test.linkOf(name)?.status).toBe('ok');
      expect(test.values(name, 'workloads')).toEqual({ '': reason });
    }
    expect(test.problems).toEqual([reason, reason]);

    // One that is asked about alone still has its rival.
    await source.collect(test.start({ only: 'component:default/pricing' }));
    expect(test.values('pricing', 'workloads')).toEqual({ '': reason });
  });

  it('asks the namespaces of one entity alone, and says the same', async () => {
    const source = createSource();
    await source.collect(test.start());
    const whole = test.evidence.get('component:default/payments-api');
    await source.collect(
      test.start({ only: 'component:default/payments-api' }),
    );
    expect([...test.evidence.keys()]).toEqual([
      'component:default/payments-api',
    ]);
    expect(test.evidence.get('component:default/payments-api')).toEqual(whole);
    expect(listed('deployments').at(-1)).toContain(
      '/namespaces/payments/deployments',
    );
  });

  it('maps namespaces to environments, and leaves out what it is told to', async () => {
    await createSource({
      namespaces: [
        { match: 'pay*', environment: 'staging' },
        { match: 'catalog', environment: '' },
      ],
    }).collect(test.start());
    expect(test.facts('payments-api', 'workloads')[0].environment).toBe(
      'staging',
    );
    expect(test.facts('cart', 'workloads')[0].environment).toBe('production');
    expect(test.linkOf('inventory')?.status).toBe('not-linked');
  });

  it('says the same again where nothing changed', async () => {
    const source = createSource();
    await source.collect(test.start());
    const first = [...test.evidence];
    test.now += 60_000;
    await source.collect(test.start());
    const times = (key: string, value: unknown) =>
      key === 'observedAt' || key === 'expiresAt' ? undefined : value;
    expect(JSON.stringify([...test.evidence], times)).toBe(
      JSON.stringify(first, times),
    );
  });

  it('has a gap where a kind is denied, for the facts of that kind alone', async () => {
    company.kubernetes.deny('lumenara-eu', 'poddisruptionbudgets.policy');
    company.kubernetes.deny('lumenara-eu', 'certificates.cert-manager.io');
    await createSource().collect(test.start());
    const reason =
      'lumenara-eu does not let poddisruptionbudgets.policy be listed (403)';
    expect(test.facts('payments-api', 'disruptionBudgets')).toMatchObject([
      { member: '', missing: reason },
    ]);
    expect(test.values('payments-api', 'certificates')).toEqual({
      '': 'lumenara-eu does not let certificates.cert-manager.io be listed (403)',
    });
    const [workload] = test.facts('payments-api', 'workloads');
    expect(workload.missing).toBe(reason);
    expect(workload.value).toMatchObject({
      minReplicas: 3,
      networkPolicy: true,
    });
    expect(workload.value).not.toHaveProperty('budgeted');
    expect(
      Object.keys(test.values('payments-api', 'autoscalers')),
    ).not.toContain('');
    expect(test.linkOf('payments-api')?.status).toBe('ok');
  });

  it('does not know who runs here where workloads must not be listed', async () => {
    company.kubernetes.deny('lumenara-eu', 'deployments.apps');
    await createSource().collect(test.start());
    expect(test.linkOf('payments-api')).toEqual({
      status: 'denied',
      message: expect.stringContaining('deployments.apps'),
    });
  });

  it('reads page after page', async () => {
    await createSource({ pageSize: 2 }).collect(test.start());
    expect(listed('deployments').length).toBeGreaterThan(3);
    expect(listed('deployments')[1]).toMatch(/limit=2&continue=\w+/);
    expect(test.linkOf('tenant-api')?.status).toBe('ok');
    expect(test.calls).toBe(calls.count('kubernetes'));
  });

  it('begins a list anew when the cluster forgot where it was', async () => {
    const source = createSource({ pageSize: 2 });
    let pages = 0;
    worker.events.on('response:mocked', ({ request }) => {
      if (request.url.includes('/apis/apps/v1/deployments')) {
        pages += 1;
        if (pages === 2) {
          company.deploy({
            service: 'cart',
            environment: 'production',
            version: '9.9.9',
            commit: { sha: 'a', message: 'm', committedAt: NOW.toISOString() },
            deployedBy: 'mei',
            result: 'succeeded',
            rollback: false,
            via: 'argocd',
          });
        }
      }
    });
    await source.collect(test.start());
    worker.events.removeAllListeners();
    expect(
      calls.of('kubernetes').filter(({ status }) => status === 410),
    ).not.toHaveLength(0);
    expect(test.linkOf('tenant-api')?.status).toBe('ok');
    expect(test.problems).toEqual([]);
  });

  describe('interrupted', () => {
    async function interrupt(source: KubernetesSource): Promise<void> {
      const context = test.start();
      worker.events.on('response:mocked', () => {
        if (calls.count('kubernetes') >= 12) {
          test.abort();
        }
      });
      await expect(source.collect(context)).rejects.toThrow();
      worker.events.removeAllListeners();
      expect(calls.count('kubernetes')).toBeLessThan(20);
      test.resume();
    }

    it.each([
      ['in the same process', true],
      ['in another process', false],
    ])('goes on where it was, %s', async (_, isSame) => {
      const source = createSource({ pageSize: 2 });
      await interrupt(source);
      const answered = calls
        .of('kubernetes')
        .map(({ path }) => path)
        .filter(path => path.includes('limit='));
      calls.clear();
      const next = isSame ? source : createSource({ pageSize: 2 });
      await next.collect(test.start());
      const asked = calls.of('kubernetes').map(({ path }) => path);

      // What was on its way when the run was interrupted is asked for again.
      const again = answered.filter(path => asked.includes(path));
      expect(again.length).toBeLessThanOrEqual(4);
      expect(answered.length - again.length).toBeGreaterThanOrEqual(5);
      expect(test.linkOf('payments-api')?.status).toBe('ok');
      expect(test.linkOf('tenant-api')?.status).toBe('ok');
    });

    it('keeps what it listed in no clear words', async () => {
      const source = createSource({ pageSize: 2 });
      await interrupt(source);
      const kept = JSON.stringify(test.checkpoints());
      expect(kept).toContain('progress:deployments.apps');
      expect(kept).not.toContain('registry.lumenara.example');
      expect(kept).not.toContain(company.tokens.kubernetes);

      await source.collect(test.start());
      const left = Object.entries(test.checkpoints()).filter(([key]) =>
        key.startsWith('progress'),
      );
      expect(left.length).toBeGreaterThan(1);
      expect(left.every(([, value]) => value === null)).toBe(true);
    });
  });

  describe('in trouble', () => {
    const refused = {
      entityRef: 'component:default/payments-api',
      link: { status: 'denied', message: expect.any(String) },
      facts: [],
      unchanged: {
        observedAt: '2026-11-24T12:00:00.000Z',
        expiresAt: '2026-11-24T13:00:00.000Z',
      },
    };
    const reasons: Array<[Fault, string]> = [
      ['slow', 'timeout'],
      ['tooManyRequests', 'rate-limited'],
      ['serverError', 'unavailable'],
      ['cutBody', 'unavailable'],
      ['wrongSchema', 'unexpected'],
      ['expiredToken', 'denied'],
    ];

    it.each(reasons)('%s: fails by name, and heals', async (fault, reason) => {
      const source = createSource({ timeout: { milliseconds: 200 } });
      await source.collect(test.start());
      faults.set('kubernetes', fault);
      test.now += 60_000;
      await expect(source.collect(test.start())).rejects.toMatchObject({
        name: 'UpstreamError',
        reason: expect.stringMatching(`${reason}|paused`),
        message: expect.stringContaining('Kubernetes lumenara-eu'),
      });
      // Of an outage entities hear nothing: what was known stays, and ages.
      expect(test.evidence.get('component:default/payments-api')).toEqual(
        fault === 'expiredToken' ? refused : undefined,
      );

      faults.heal();
      const healed = createSource();
      await healed.collect(test.start());
      expect(test.linkOf('payments-api')?.status).toBe('ok');
      expect(
        JSON.stringify([test.logger.lines, [...test.evidence]]),
      ).not.toContain(company.tokens.kubernetes);
    });
  });

  it('asks of 10,000 services in three clusters its pages times kinds', async () => {
    serve(Company.generate({ services: 10_000, now: () => NOW }));
    const limit = 500;
    const linked = () =>
      [...test.evidence.values()].filter(({ link }) => link.status === 'ok')
        .length;
    for (const { name } of company.clusters) {
      await createSource({ name }).collect(test.start());
      const own = company.services.filter(
        service => service.runtime?.cluster === name,
      );
      expect(
        listed('deployments').filter(path => path.startsWith(`/${name}/`)),
      ).toHaveLength(Math.ceil(own.length / limit));
      expect(linked()).toBe(own.length);
    }
    const paths = calls.of('kubernetes').map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    // Its pages times its kinds, to the call: every list of every cluster in
    // pages of 500, and whatever is no list asked once.
    const asked = new Map<string, number>();
    for (const [path] of paths.map(each => each.split('?'))) {
      asked.set(path, (asked.get(path) ?? 0) + 1);
    }
    const pages = [...asked].map(([path, made]) => {
      const [, cluster] = path.split('/');
      const kind = servedResources.find(
        ({ group, version, plural }) =>
          path ===
          `/${cluster}/${group ? `apis/${group}` : 'api'}/${version}/${plural}`,
      );
      const objects = kind
        ? company.kubernetes.list(cluster, `${kind.group}/${kind.kind}`).length
        : 0;
      return {
        path,
        made,
        needed: Math.max(1, Math.ceil(objects / limit)),
      };
    });
    expect(pages.filter(({ made, needed }) => made !== needed)).toEqual([]);
    expect(pages.some(({ needed }) => needed > 1)).toBe(true);
  }, 120_000);
});
