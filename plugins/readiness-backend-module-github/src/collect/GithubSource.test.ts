import { registerMswTestHooks } from '@backstage/backend-test-utils';
import {
  Company,
  type CompanyService,
  faults,
  LEAKED_SECRET,
} from '@airworthy/upstreams';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { GithubHarness, seedOf } from '../__testUtils__/GithubHarness';

const NOW = new Date('2026-11-23T12:00:00Z');
const now = () => NOW;

function service(
  name: string,
  more: Partial<CompanyService> = {},
): CompanyService {
  return {
    entityRef: `component:default/${name}`,
    name,
    team: 'payments',
    lifecycle: 'production',
    delivery: 'github',
    repository: { slug: `acme/${name}` },
    states: [],
    ...more,
  };
}

function companyOf(...services: CompanyService[]): Company {
  return new Company(seedOf({ services }), { now });
}

function deploy(
  company: Company,
  name: string,
  at: string,
  sha: string,
  result: 'succeeded' | 'failed' | 'in-progress' = 'succeeded',
) {
  return company.deploy({
    service: name,
    environment: 'production',
    version: `v-${sha}`,
    commit: { sha, message: sha, committedAt: `2026-11-${at}T06:00:00Z` },
    deployedBy: 'mei',
    startedAt: `2026-11-${at}T08:00:00.000Z`,
    ...(result === 'in-progress'
      ? {}
      : { finishedAt: `2026-11-${at}T08:10:00.000Z` }),
    result,
    rollback: false,
    via: 'github',
  });
}

jest.setTimeout(120_000);

describe('GithubSource', () => {
  const worker = setupServer();
  registerMswTestHooks(worker);

  function start(company: Company): GithubHarness {
    const harness = new GithubHarness(company);
    worker.use(...harness.handlers);
    return harness;
  }

  it('states what GitHub sees of a repository', async () => {
    const { context, source } = start(
      companyOf(
        service('cards', { states: ['secret-leaked', 'vulnerable'] }),
        service('ledger', { states: ['branch-unprotected'] }),
      ),
    );
    await source.collect(context.start());

    const valuesOf = (name: string) =>
      Object.fromEntries(
        (context.evidence.get(`component:default/${name}`)?.facts ?? []).map(
          fact => [fact.name, fact.value],
        ),
      );
    expect(valuesOf('cards')).toEqual({
      'branchProtection.reviews': 1,
      'codeowners.errors': [],
      'codeowners.owners': ['@acme/payments'],
      'codeScanning.openAlerts': 1,
      'dependencyScanning.enabled': true,
      'dependencyScanning.openCritical': 1,
      'secretScanning.enabled': true,
      'secretScanning.openAlerts': 1,
    });
    expect(valuesOf('ledger')).toMatchObject({
      'branchProtection.reviews': 0,
      'codeScanning.openAlerts': 0,
      'dependencyScanning.openCritical': 0,
      'secretScanning.openAlerts': 0,
    });
    expect(context.problems).toEqual([]);
    for (const fact of context.evidence.get('component:default/cards')?.facts ??
      []) {
      expect(fact).toMatchObject({
        source: 'github:main',
        strength: 'observed',
        observedAt: NOW.toISOString(),
        expiresAt: '2026-11-23T14:00:00.000Z',
        origins: { '': { url: expect.stringMatching(/^https:/) } },
      });
    }
  });

  it('says of each entity how it is linked', async () => {
    const company = companyOf(
      service('cards'),
      service('lost', { states: ['link-not-found'] }),
      service('nowhere', { repository: undefined }),
      service('elsewhere', { repository: { slug: 'other/elsewhere' } }),
      service('old'),
      service('odd', { repository: { slug: 'no slug at all' } }),
    );
    company.github.change('acme/old', { archived: true });
    const { context, source } = start(company);
    await source.collect(context.start());
    expect(
      company.services.map(({ name }) => [name, context.linkOf(name)]),
    ).toEqual([
      ['cards', { status: 'ok' }],
      [
        'lost',
        { status: 'not-found', message: expect.stringContaining('acme/lost') },
      ],
      [
        'nowhere',
        {
          status: 'not-linked',
          message: expect.stringContaining('github.com/project-slug'),
        },
      ],
      ['elsewhere', { status: 'not-linked', message: expect.anything() }],
      [
        'old',
        { status: 'disabled', message: 'The repository acme/old is archived.' },
      ],
      ['odd', { status: 'not-found', message: expect.anything() }],
    ]);
  });

  it('tells deployments with their commits, and which of them went back', async () => {
    const company = companyOf(service('cards'));
    deploy(company, 'cards', '10', 'aaa');
    deploy(company, 'cards', '11', 'bbb');
    deploy(company, 'cards', '12', 'ccc', 'failed');
    deploy(company, 'cards', '13', 'aaa');
    deploy(company, 'cards', '23', 'ddd', 'in-progress');
    const { context, source } = start(company);
    await source.collect(context.start());

    const told = [...context.deployments.values()].sort((a, b) =>
      String(a.startedAt).localeCompare(String(b.startedAt)),
    );
    // The first two bear INACTIVE as their latest status.
    expect(
      told.map(({ commit, result, rollback }) => [
        commit?.sha,
        result,
        rollback,
      ]),
    ).toEqual([
      ['aaa', 'succeeded', false],
      ['bbb', 'succeeded', false],
      ['ccc', 'failed', false],
      ['aaa', 'succeeded', true],
      ['ddd', 'in-progress', false],
    ]);
    expect(told[0]).toEqual({
      entityRef: 'component:default/cards',
      key: expect.stringMatching(/^DE_/),
      environment: 'production',
      version: 'v-aaa',
      commit: {
        sha: 'aaa',
        url: 'https://github.com/acme/cards/commit/aaa',
        committedAt: '2026-11-10T06:00:00.000Z',
      },
      deployedBy: 'mei',
      startedAt: '2026-11-10T08:00:00.000Z',
      finishedAt: '2026-11-10T08:10:00.000Z',
      result: 'succeeded',
      rollback: false,
      url: expect.stringContaining('https://github.com/acme/cards/actions'),
    });
  });

  it('gives each service of a shared repository its own deployments', async () => {
    const shared = { slug: 'acme/mono' };
    const company = companyOf(
      service('cart', { repository: { ...shared, path: 'services/cart' } }),
      service('pricing', {
        repository: { ...shared, path: 'services/pricing' },
        team: 'pricing',
      }),
    );
    deploy(company, 'cart', '10', 'aaa');
    deploy(company, 'pricing', '11', 'bbb');
    const { context, source } = start(company);
    await source.collect(context.start());
    expect(
      [...context.deployments.values()].map(({ entityRef, commit }) => [
        entityRef,
        commit?.sha,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['component:default/cart', 'aaa'],
        ['component:default/pricing', 'bbb'],
      ]),
    );
    expect(context.values('pricing', 'codeowners.owners')).toEqual({
      '': ['@acme/pricing'],
    });
    expect(context.problems).toEqual([]);
  });

  it('asks for no details of what did not change', async () => {
    const company = companyOf(service('cards'), service('ledger'));
    deploy(company, 'cards', '10', 'aaa');
    const harness = start(company);
    const { context, calls } = harness;
    await harness.source.collect(context.start());
    // Three lists of alerts, repositories, states, details.
    expect(context.calls).toBe(6);
    expect(calls.count('github')).toBe(6);

    // A process that starts anew knows it too.
    await harness.createSource().collect(context.start());
    expect(context.calls).toBe(4);
    expect(context.evidence.get('component:default/cards')).toEqual({
      entityRef: 'component:default/cards',
      link: { status: 'ok' },
      facts: [],
      unchanged: {
        observedAt: NOW.toISOString(),
        expiresAt: '2026-11-23T14:00:00.000Z',
      },
    });
    expect(context.deployments.size).toBe(0);

    company.github.change('acme/ledger', { requiredReviews: 4 });
    deploy(company, 'cards', '20', 'bbb');
    await harness.source.collect(context.start());
    expect(context.calls).toBe(5);
    expect(context.values('ledger', 'branchProtection.reviews')).toEqual({
      '': 4,
    });
    expect(
      [...context.deployments.values()].map(({ commit }) => commit?.sha),
    ).toEqual(expect.arrayContaining(['bbb']));
  });

  it('reads settings again when they are due', async () => {
    const company = companyOf(service('cards'));
    const { context, source } = start(company);
    await source.collect(context.start());
    company.github.change('acme/cards', { secretScanning: false });
    await source.collect(context.start());
    expect(context.evidence.get('component:default/cards')?.facts).toEqual([]);
    context.now += 61 * 60_000;
    await source.collect(context.start());
    expect(context.values('cards', 'secretScanning.enabled')).toEqual({
      '': false,
    });
    expect(context.facts('cards', 'secretScanning.openAlerts')).toEqual([]);
  });

  it('refreshes one entity, also where nothing changed', async () => {
    const company = companyOf(
      service('cart', { repository: { slug: 'acme/mono', path: 'cart' } }),
      service('pricing', {
        repository: { slug: 'acme/mono', path: 'pricing' },
      }),
    );
    deploy(company, 'cart', '10', 'aaa');
    const { context, source } = start(company);
    await source.collect(context.start());
    await source.collect(context.start({ only: 'component:default/cart' }));
    expect([...context.evidence.keys()]).toEqual(['component:default/cart']);
    expect(context.values('cart', 'secretScanning.enabled')).toEqual({
      '': true,
    });
    await source.collect(context.start());
    expect(context.evidence.get('component:default/cart')?.unchanged).toEqual(
      expect.anything(),
    );
  });

  it('asks little of four thousand repositories, and goes on where it was interrupted', async () => {
    const harness = start(
      companyOf(
        ...Array.from({ length: 4000 }, (_, index) => service(`s${index}`)),
      ),
    );
    const { calls, context } = harness;
    const run = context.start();
    let asked = 0;
    const killed = harness.source.collect({
      ...run,
      countCall: () => {
        asked += 1;
        if (asked > 150) {
          throw new Error('The process was killed');
        }
      },
    });
    await expect(killed).rejects.toThrow();
    const done = new Set(
      [...context.evidence.values()]
        .filter(({ link }) => link.status === 'ok')
        .map(({ entityRef }) => entityRef),
    );
    expect(done.size).toBeGreaterThan(1000);
    expect(done.size).toBeLessThan(4000);

    // 40 pages of repositories are known; 80 states and 160 details in all.
    calls.clear();
    await harness.createSource().collect(context.start());
    const rest = 4000 - done.size;
    expect(context.evidence.size).toBe(rest);
    expect([...context.evidence.keys()].filter(ref => done.has(ref))).toEqual(
      [],
    );
    expect(calls.count('github')).toBeLessThanOrEqual(
      3 + Math.ceil(rest / 50) + Math.ceil(rest / 25),
    );

    await harness.createSource().collect(context.start());
    expect(context.evidence.size).toBe(4000);
    expect(context.calls).toBe(3 + 80);
    for (const { facts, unchanged } of context.evidence.values()) {
      expect(facts).toEqual([]);
      expect(unchanged).toBeDefined();
    }
  });

  it('keeps the body of an alert to itself, even where the host sends it', async () => {
    const company = companyOf(service('cards', { states: ['secret-leaked'] }));
    const harness = start(company);
    const { context, calls } = harness;
    // An older server that does not know hide_secret.
    worker.use(
      http.get(
        'http://github.test/api/v3/orgs/acme/secret-scanning/alerts',
        () =>
          HttpResponse.json([
            {
              number: 1,
              secret: LEAKED_SECRET,
              repository: { full_name: 'acme/cards' },
            },
          ]),
      ),
    );
    const run = context.start();
    const kept: unknown[] = [];
    await harness.source.collect({
      ...run,
      checkpoint: {
        get: run.checkpoint.get,
        set: async (key, value) => {
          kept.push(value);
          await run.checkpoint.set(key, value);
        },
      },
    });
    expect(context.values('cards', 'secretScanning.openAlerts')).toEqual({
      '': 1,
    });
    // Nor when the answer is not what was expected.
    worker.use(
      http.get(
        'http://github.test/api/v3/orgs/acme/secret-scanning/alerts',
        () => HttpResponse.json([{ secret: LEAKED_SECRET, repository: 1 }]),
      ),
    );
    const error = await harness.source
      .collect(context.start())
      .catch(failure => failure);
    const said = JSON.stringify([
      kept,
      [...context.evidence.values()],
      context.problems,
      context.logger.lines,
      String(error),
      error.stack,
    ]);
    expect(String(error)).toContain('another shape than expected');
    expect(kept).not.toEqual([]);
    expect(said).not.toContain(LEAKED_SECRET);
    expect(said).not.toContain('sk_live');
    expect(calls.of('github').map(({ path }) => path)).not.toContain(
      LEAKED_SECRET,
    );
  });

  it('always asks for alerts without their secrets', async () => {
    const harness = start(companyOf(service('cards')));
    await harness.source.collect(harness.context.start());
    const asked = harness.calls
      .of('github')
      .filter(({ path }) => path.includes('secret-scanning'));
    expect(asked).toHaveLength(1);
    expect(asked[0].path).toContain('hide_secret=true');
  });

  it('says what it may not see, and goes on', async () => {
    const company = companyOf(service('cards'));
    const { context, source } = start(company);
    worker.use(
      http.get('http://github.test/api/v3/orgs/acme/dependabot/alerts', () =>
        HttpResponse.json(
          { message: 'Resource not accessible by integration' },
          { status: 403 },
        ),
      ),
      http.get('http://github.test/api/v3/orgs/acme/repos', () =>
        HttpResponse.json([
          {
            node_id: company.github.repositories[0].nodeId,
            full_name: 'acme/cards',
          },
        ]),
      ),
    );
    await source.collect(context.start());
    expect(context.problems).toEqual([
      expect.stringContaining('Resource not accessible by integration'),
    ]);
    expect(context.values('cards', 'dependencyScanning.openCritical')).toEqual({
      '': expect.stringContaining('Resource not accessible'),
    });
    expect(context.values('cards', 'secretScanning.enabled')).toEqual({
      '': expect.stringContaining('administration: read'),
    });
    expect(context.linkOf('cards')).toEqual({ status: 'ok' });
  });

  it('waits where the limit of GraphQL is spent, and says so', async () => {
    const { context, source } = start(companyOf(service('cards')));
    worker.use(
      http.post('http://github.test/api/graphql', () =>
        HttpResponse.json({
          errors: [
            { type: 'RATE_LIMITED', message: 'API rate limit exceeded' },
          ],
        }),
      ),
    );
    await expect(source.collect(context.start())).rejects.toMatchObject({
      reason: 'rate-limited',
    });
  });

  it.each(faults.filter(fault => fault !== 'none'))(
    'keeps what it knew through the fault %s, names it, and recovers',
    async fault => {
      const harness = start(companyOf(service('cards')));
      const { context, source } = harness;
      await source.collect(context.start());
      harness.faults.set('github', fault);
      context.now += 2 * 60 * 60_000;
      await expect(source.collect(context.start())).rejects.toThrow(
        /GitHub main/,
      );
      // Either nothing is said, or that the facts stay as they were.
      for (const { facts, unchanged, link } of context.evidence.values()) {
        expect(fault).toBe('expiredToken');
        expect(link.status).toBe('denied');
        expect(facts).toEqual([]);
        expect(unchanged?.observedAt).toBe(NOW.toISOString());
      }
      const said = JSON.stringify([
        [...context.evidence.values()],
        context.logger.lines,
        context.problems,
      ]);
      expect(said).not.toContain(harness.account.secrets[0]);
      harness.faults.heal();
      await source.collect(context.start());
      expect(context.linkOf('cards')).toEqual({ status: 'ok' });
    },
  );
});
