import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { Company, type CompanyService } from '@airworthy/upstreams';
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
});
