import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { setupServer } from 'msw/node';
import {
  CallLog,
  Company,
  createArgoCdHandlers,
  FaultSwitch,
  type CompanyDeployment,
  type Fault,
} from '@airworthy/upstreams';
import {
  TestCollectContext,
  testEntity,
} from '@airworthy/plugin-readiness-node/testUtils';
import { readArgoCdInstances } from '../config';
import { ArgoCdSource } from './ArgoCdSource';

const BASE = 'http://argocd.test';
const NOW = new Date('2026-11-24T12:00:00Z');

describe('ArgoCdSource', () => {
  const worker = setupServer();
  registerMswTestHooks(worker);

  let company: Company;
  let faults: FaultSwitch;
  let calls: CallLog;
  let test: TestCollectContext;
  /** One that Argo CD deploys, with a history. */
  let service: string;

  beforeEach(() => {
    serve(12);
  });

  function serve(services: number): void {
    company = Company.generate({ services, now: () => NOW });
    faults = new FaultSwitch();
    calls = new CallLog();
    worker.resetHandlers(
      ...createArgoCdHandlers(company, {
        baseUrl: BASE,
        faults,
        calls,
        slowBy: 5000,
        retryAfter: 0,
      }),
    );
    test = new TestCollectContext(
      company.services.map(({ name, application }) =>
        testEntity(name, application ? { 'argocd/app-name': application } : {}),
      ),
      { now: NOW.getTime() },
    );
    const busiest = [...company.services]
      .filter(({ application }) => application !== undefined)
      .sort(
        (a, b) =>
          company.deploymentsOf(b.name).length -
          company.deploymentsOf(a.name).length,
      )[0];
    service = busiest.name;
  }

  function createSource(more: JsonObject = {}): ArgoCdSource {
    const [instance] = readArgoCdInstances(
      new ConfigReader({
        readiness: {
          argocd: {
            instances: [
              {
                name: 'main',
                url: BASE,
                token: company.tokens.argocd,
                ...more,
              },
            ],
          },
        },
      }),
    );
    return ArgoCdSource.create(instance, {
      logger: test.logger,
      retry: { retries: 1, initialDelay: 1, maxDelay: 2 },
    });
  }

  function deploy(more: Partial<CompanyDeployment> = {}): CompanyDeployment {
    return company.deploy({
      service,
      environment: 'production',
      version: '9.9.9',
      commit: {
        sha: '9'.repeat(40),
        message: 'm',
        committedAt: '2026-11-24T09:00:00.000Z',
      },
      deployedBy: 'mei',
      startedAt: '2026-11-24T11:00:00.000Z',
      finishedAt: '2026-11-24T11:04:00.000Z',
      result: 'succeeded',
      rollback: false,
      via: 'argocd',
      ...more,
    });
  }

  const told = () => [...test.deployments.values()];

  it('tells sync and health, and what keeps old revisions', async () => {
    await createSource({ publicUrl: 'https://argo.example' }).collect(
      test.start(),
    );
    expect(test.linkOf(service)).toEqual({
      status: 'ok',
      message: `Matched: ${service}.`,
    });
    expect(test.facts(service, 'applications')).toEqual([
      {
        name: 'applications',
        member: `Application/argocd/${service}`,
        environment: 'production',
        source: 'argocd:main',
        strength: 'observed',
        value: {
          name: service,
          automated: true,
          sync: 'Synced',
          synced: true,
          health: 'Healthy',
        },
        observedAt: '2026-11-24T12:00:00.000Z',
        expiresAt: '2026-11-24T13:00:00.000Z',
        origins: {
          '': { url: `https://argo.example/applications/argocd/${service}` },
        },
      },
    ]);
    expect(Object.values(test.values(service, 'workloads'))).toEqual([
      { revisionHistoryLimit: 10 },
    ]);
  });

  it('tells deployments with their commit, who, when and whether it went back', async () => {
    const first = deploy();
    deploy({
      version: '9.9.10',
      commit: { ...first.commit, sha: '8'.repeat(40) },
      startedAt: '2026-11-24T11:10:00.000Z',
      finishedAt: '2026-11-24T11:12:00.000Z',
    });
    deploy({
      startedAt: '2026-11-24T11:20:00.000Z',
      finishedAt: '2026-11-24T11:22:00.000Z',
    });
    await createSource().collect(test.start());
    const own = told().filter(({ entityRef }) => entityRef.endsWith(service));
    expect(own.at(-1)).toEqual({
      entityRef: `component:default/${service}`,
      key: `argocd/${service}@2026-11-24T11:20:00.000Z component:default/${service}`,
      environment: 'production',
      version: '9.9.9',
      commit: {
        sha: '9'.repeat(40),
        url: expect.stringMatching(
          /^https:\/\/github\.example\/.+\/commit\/9{40}$/,
        ),
        committedAt: '2026-11-24T09:00:00.000Z',
      },
      deployedBy: 'mei',
      startedAt: '2026-11-24T11:20:00.000Z',
      finishedAt: '2026-11-24T11:22:00.000Z',
      result: 'succeeded',
      rollback: true,
      url: `${BASE}/applications/argocd/${service}`,
    });
    expect(own.filter(({ rollback }) => rollback)).toHaveLength(1);
  });

  it('asks but for the list where nothing moved, and for one where one did', async () => {
    const source = createSource();
    await source.collect(test.start());
    expect(told().length).toBeGreaterThan(0);
    calls.clear();
    await source.collect(test.start());
    expect(test.calls).toBe(1);
    expect(told()).toEqual([]);

    deploy();
    calls.clear();
    await source.collect(test.start());
    expect(calls.of('argocd').map(({ path }) => path.split('?')[0])).toEqual([
      '/api/v1/applications',
      `/api/v1/applications/${service}`,
      `/api/v1/applications/${service}/revisions/${'9'.repeat(40)}/metadata`,
    ]);
    expect(test.calls).toBe(3);
    expect(told().map(({ version }) => version)).toContain('9.9.9');
    expect(told().length).toBeLessThanOrEqual(2);
  });

  it('follows a deployment from its begin to its end under one key', async () => {
    const source = createSource();
    const begun = deploy({ result: 'in-progress', finishedAt: undefined });
    await source.collect(test.start());
    const open = told().find(({ result }) => result === 'in-progress');
    expect(open).toMatchObject({ startedAt: begun.startedAt });
    expect(open).not.toHaveProperty('finishedAt');

    begun.result = 'succeeded';
    begun.finishedAt = '2026-11-24T11:04:00.000Z';
    await source.collect(test.start());
    expect(test.deployments.get(open?.key ?? '')).toMatchObject({
      result: 'succeeded',
      finishedAt: begun.finishedAt,
    });
  });

  it('tells a failed operation, which the history does not know', async () => {
    deploy({ result: 'failed' });
    await createSource().collect(test.start());
    expect(
      told()
        .filter(({ entityRef }) => entityRef.endsWith(service))
        .at(-1),
    ).toMatchObject({ result: 'failed', commit: { sha: '9'.repeat(40) } });
  });

  it('links by name, selector, label and instance', async () => {
    test.entities.splice(
      0,
      Infinity,
      testEntity(service),
      testEntity('by-selector', {
        'argocd/app-selector': `backstage.io/kubernetes-id=${service}`,
      }),
      testEntity('gone', { 'argocd/app-name': 'nothing' }),
      testEntity('unreadable', { 'argocd/app-selector': '=' }),
      testEntity('elsewhere', {
        'argocd/app-name': service,
        'argocd/instance-name': 'other',
      }),
      testEntity('unknown'),
      testEntity(service, {}, 'System'),
    );
    await createSource().collect(test.start());
    expect(
      Object.fromEntries(
        [...test.evidence].map(([ref, { link }]) => [ref, link.status]),
      ),
    ).toEqual({
      [`component:default/${service}`]: 'ok',
      'component:default/by-selector': 'ok',
      'component:default/gone': 'not-found',
      'component:default/unreadable': 'not-found',
      'component:default/elsewhere': 'not-linked',
      'component:default/unknown': 'not-linked',
      [`system:default/${service}`]: 'not-linked',
    });
    expect(test.linkOf('unknown')?.message).toContain('argocd/app-name');
    const refs = new Set(told().map(({ entityRef }) => entityRef));
    expect([...refs].sort()).toEqual([
      'component:default/by-selector',
      `component:default/${service}`,
    ]);
  });

  it('tells one that is linked later all that is remembered', async () => {
    const source = createSource();
    await source.collect(test.start());
    const count = told().filter(({ entityRef }) =>
      entityRef.endsWith(service),
    ).length;
    test.entities.push(testEntity('later', { 'argocd/app-name': service }));
    await source.collect(test.start());
    expect(
      told().filter(({ entityRef }) => entityRef.endsWith('later')),
    ).toHaveLength(count);
  });

  it('leaves out what the config maps to no environment', async () => {
    await createSource({
      destinations: [{ namespace: '*', environment: '' }],
    }).collect(test.start());
    expect(test.facts(service, 'applications')).toEqual([]);
    expect(told()).toEqual([]);
  });

  it('goes on where an interrupted run was', async () => {
    serve(120);
    const source = createSource();
    worker.events.on('response:mocked', () => {
      if (calls.count('argocd') >= 60) {
        test.abort();
      }
    });
    await expect(source.collect(test.start())).rejects.toThrow();
    worker.events.removeAllListeners();
    test.resume();
    const before = [...test.deployments.keys()];
    expect(before.length).toBeGreaterThan(0);
    calls.clear();
    await createSource().collect(test.start());
    const applications = company.services.filter(
      ({ application }) => application !== undefined,
    );
    expect(
      calls
        .of('argocd')
        .filter(({ path }) => /applications\/[^/?]+\?/.test(path)).length,
    ).toBeLessThan(applications.length);
    expect(before.filter(key => test.deployments.has(key))).toEqual([]);
  });

  describe('in trouble', () => {
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
      faults.set('argocd', fault);
      await expect(source.collect(test.start())).rejects.toMatchObject({
        name: 'UpstreamError',
        reason,
        message: expect.stringContaining('Argo CD main'),
      });
      // Of an outage entities hear nothing: what was known stays, and ages.
      expect(test.linkOf(service)?.status).toBe(
        fault === 'expiredToken' ? 'denied' : undefined,
      );
      faults.heal();
      await createSource().collect(test.start());
      expect(test.linkOf(service)?.status).toBe('ok');
      expect(
        JSON.stringify([test.logger.lines, [...test.evidence], told()]),
      ).not.toContain(company.tokens.argocd);
    });
  });

  it('asks one question of 10,000 services once nothing moves', async () => {
    serve(10_000);
    const source = createSource();
    await source.collect(test.start());
    await source.collect(test.start());
    expect(test.calls).toBe(1);
  }, 120_000);
});
