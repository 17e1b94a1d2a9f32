import { registerMswTestHooks } from '@backstage/backend-test-utils';
import {
  Company,
  type CompanySeed,
  type CompanyService,
  faults,
} from '@airworthy/upstreams';
import { testEntity } from '@airworthy/plugin-readiness-node/testUtils';
import { setupServer } from 'msw/node';
import { PagerDutyHarness } from '../__testUtils__/PagerDutyHarness';

const DAY = 24 * 60 * 60_000;
const START = Date.parse('2026-11-23T12:00:00Z');

function service(
  name: string,
  team: string,
  more: Partial<CompanyService> = {},
): CompanyService {
  return {
    entityRef: `component:default/${name}`,
    name,
    team,
    lifecycle: 'production',
    pagerService: `P${name.toUpperCase()}`,
    states: [],
    ...more,
  };
}

function person(name: string) {
  return {
    name,
    displayName: name,
    email: `${name}@acme.test`,
    login: name,
  };
}

const seed: CompanySeed = {
  organisation: 'acme',
  services: [
    service('cards', 'payments'),
    service('carts', 'shop'),
    service('alarms', 'night'),
    service('quiet', 'payments', { states: ['pager-disabled'] }),
    service('lost', 'payments', { states: ['link-not-found'] }),
    service('nowhere', 'payments', { pagerService: undefined }),
  ],
  teams: [
    {
      name: 'payments',
      title: 'Payments',
      members: ['mei', 'olu'],
      onCall: 'full',
    },
    { name: 'shop', title: 'Shop', members: ['ida'], onCall: 'one-level' },
    { name: 'night', title: 'Night', members: ['kai'], onCall: 'empty' },
  ],
  people: ['mei', 'olu', 'ida', 'kai'].map(person),
  clusters: [],
  deployments: [],
  incidents: [],
  monitoring: {
    gauges: [],
    objectives: [],
    rules: [],
    routes: [],
    silences: [],
  },
};

jest.setTimeout(120_000);

describe('PagerDutySource', () => {
  const worker = setupServer();
  registerMswTestHooks(worker);

  let now: number;

  beforeEach(() => {
    now = START;
  });

  function start(company = new Company(seed, { now: () => new Date(now) })) {
    const harness = new PagerDutyHarness(company);
    worker.use(...harness.handlers);
    return harness;
  }

  function valuesOf({ context }: PagerDutyHarness, name: string) {
    return Object.fromEntries(
      (context.evidence.get(`component:default/${name}`)?.facts ?? []).map(
        fact => [fact.name, fact.value ?? fact.missing],
      ),
    );
  }

  it('states who is on call now, and which levels reach nobody', async () => {
    const harness = start();
    await harness.source.collect(harness.context.start());
    expect(valuesOf(harness, 'cards')).toMatchObject({
      'onCall.people': 2,
      'onCall.levels': 2,
      'onCall.emptyLevels': 0,
    });
    expect(valuesOf(harness, 'carts')).toMatchObject({
      'onCall.people': 1,
      'onCall.levels': 1,
      'onCall.emptyLevels': 0,
    });
    expect(valuesOf(harness, 'alarms')).toMatchObject({
      'onCall.people': 0,
      'onCall.levels': 0,
      'onCall.emptyLevels': 2,
    });
    expect(
      harness.context.evidence.get('component:default/cards')?.facts[0],
    ).toMatchObject({
      source: 'pagerduty:main',
      strength: 'observed',
      environment: 'production',
      observedAt: '2026-11-23T12:00:00.000Z',
      expiresAt: '2026-11-23T13:00:00.000Z',
      origins: { '': { url: expect.stringMatching(/^https:/) } },
    });
  });

  it('says of each entity how it is linked', async () => {
    const { context, source } = start();
    await source.collect(context.start());
    expect(
      ['cards', 'quiet', 'lost', 'nowhere'].map(name => context.linkOf(name)),
    ).toEqual([
      { status: 'ok' },
      {
        status: 'disabled',
        message: 'The service quiet is disabled in PagerDuty: it calls nobody.',
      },
      {
        status: 'not-found',
        message: 'The account main has no service PLOST.',
      },
      {
        status: 'not-linked',
        message: expect.stringContaining('pagerduty.com/service-id'),
      },
    ]);
  });

  it('leaves an entity of another account to that one', async () => {
    const { context, source } = start();
    context.entities[0].annotations['pagerduty.com/account'] = 'other';
    context.entities[1].annotations['pagerduty.com/account'] = 'main';
    await source.collect(context.start());
    expect(context.linkOf('cards')?.status).toBe('not-linked');
    expect(context.linkOf('carts')?.status).toBe('ok');
  });

  it('finds a service by its integration key, and keeps the key to itself', async () => {
    const harness = start();
    const { context, company } = harness;
    const key = company.pagerduty.service('PCARDS')?.integrationKey ?? '';
    const { annotations } = context.entities[0];
    delete annotations['pagerduty.com/service-id'];
    annotations['pagerduty.com/integration-key'] = key;
    context.entities[1].annotations = {
      'pagerduty.com/integration-key': 'made-up-key-of-nothing',
    };
    const run = context.start();
    const kept: unknown[] = [];
    await harness.source.collect({
      ...run,
      checkpoint: {
        get: run.checkpoint.get,
        set: async (name, value) => {
          kept.push(value);
          await run.checkpoint.set(name, value);
        },
      },
    });
    expect(context.linkOf('cards')?.status).toBe('ok');
    expect(context.linkOf('carts')?.status).toBe('not-found');
    const said = JSON.stringify([
      kept,
      [...context.evidence.values()],
      context.problems,
      context.logger.lines,
    ]);
    expect(kept).not.toEqual([]);
    expect(said).not.toContain('made-up-integration-key');
    expect(said).not.toContain('made-up-key-of-nothing');
  });

  describe('the owner', () => {
    function group(name: string, team?: string, parent?: string) {
      const entity = testEntity(
        name,
        team ? { 'pagerduty.com/team-id': team } : {},
        'Group',
      );
      entity.entity.relations = parent
        ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
        : [];
      return entity;
    }

    function user(name: string, memberOf: string) {
      const entity = testEntity(name, {}, 'User');
      entity.entity.spec = { profile: { email: `${name}@ACME.test` } };
      entity.entity.relations = [
        { type: 'memberOf', targetRef: `group:default/${memberOf}` },
      ];
      return entity;
    }

    it('is compared by the annotation of its team', async () => {
      const harness = start();
      const { company, context } = harness;
      context.entities.push(
        group('payments', company.pagerduty.teamIdOf('payments')),
        group('shop', 'PELSE'),
      );
      await harness.source.collect(context.start());
      expect(valuesOf(harness, 'cards')['onCall.ownerAgrees']).toBe(true);
      expect(valuesOf(harness, 'carts')['onCall.ownerAgrees']).toBe(false);
    });

    it('is else compared by the e-mail of those on call, child groups included', async () => {
      const harness = start();
      const { context } = harness;
      context.entities.push(
        group('payments'),
        group('payments-core', undefined, 'payments'),
        group('shop'),
        user('mei', 'payments-core'),
        user('ida', 'payments'),
      );
      await harness.source.collect(context.start());
      expect(valuesOf(harness, 'cards')['onCall.ownerAgrees']).toBe(true);
      expect(valuesOf(harness, 'carts')['onCall.ownerAgrees']).toBe(false);
      // Asking about one entity knows the others from the last run.
      await harness.source.collect(
        context.start({ only: 'component:default/carts' }),
      );
      expect(valuesOf(harness, 'carts')['onCall.ownerAgrees']).toBe(false);
    });

    it('is never guessed', async () => {
      const harness = start();
      harness.context.entities.push(group('payments'));
      await harness.source.collect(harness.context.start());
      expect(valuesOf(harness, 'cards')['onCall.ownerAgrees']).toContain(
        'pagerduty.com/team-id',
      );
    });
  });

  it('tells whether alerts reach someone on call, by the receivers of another source', async () => {
    const company = new Company(seed, { now: () => new Date(now) });
    const harness = new PagerDutyHarness(company, {
      receivers: { 'payments.pager': 'PCARDS', night: 'PALARMS', gone: 'PX' },
    });
    worker.use(...harness.handlers);
    const { context, source } = harness;
    const routed = (member: string, receiver: string, minutes = 5) => ({
      name: 'alerts',
      member,
      environment: 'production',
      source: 'alertmanager:eu',
      strength: 'observed' as const,
      value: { receiver },
      observedAt: new Date(now).toISOString(),
      expiresAt: new Date(now + minutes * 60_000).toISOString(),
    });
    context.stated.set('component:default/cards', [
      routed('Covered', 'payments.pager'),
      routed('Uncovered', 'night'),
      routed('Both', 'night, payments.pager'),
      routed('Unmapped', 'somewhere'),
      routed('Vanished', 'night, gone'),
      routed('Nowhere', ''),
      routed('Old', 'payments.pager', -1),
    ]);
    await source.collect(context.start());
    expect(source.descriptor.supplies).toContain('alerts.someoneOnCall');
    expect(context.values('cards', 'alerts')).toEqual({
      Covered: { someoneOnCall: true },
      Uncovered: { someoneOnCall: false },
      Both: { someoneOnCall: true },
    });
  });

  it('tells incidents, and what became of those that were open', async () => {
    const { company, context, source } = start();
    now = START - 40 * DAY;
    const long = company.openIncident({
      service: 'cards',
      title: 'Cards are slow',
      urgency: 'high',
    });
    now += 60_000;
    const short = company.openIncident({
      service: 'carts',
      title: 'Carts are empty',
      urgency: 'low',
    });
    now += 60_000;
    company.resolveIncident(short.id);
    now = START;
    await source.collect(context.start());
    expect(context.incidents.get(short.id)).toEqual({
      entityRef: 'component:default/carts',
      key: short.id,
      title: 'Carts are empty',
      startedAt: short.startedAt,
      resolvedAt: company.incidents.find(({ id }) => id === short.id)
        ?.resolvedAt,
      urgency: 'low',
      url: expect.stringContaining(short.id),
    });
    expect(context.incidents.get(long.id)?.resolvedAt).toBeUndefined();

    now = START + 300_000;
    context.now = now;
    company.resolveIncident(long.id);
    await source.collect(context.start());
    expect(context.incidents.get(long.id)).toMatchObject({
      resolvedAt: new Date(now).toISOString(),
    });
    expect(context.incidents.has(short.id)).toBe(false);
    const calls = context.calls;
    await source.collect(context.start());
    expect(context.incidents.size).toBe(0);
    expect(context.calls).toBe(calls - 1);
  });

  it('goes on where an interrupted run stopped', async () => {
    const company = Company.generate({
      services: 600,
      repositories: 10,
      now: () => new Date(START),
    });
    const harness = start(company);
    const { calls, context } = harness;
    const run = context.start();
    let pages = 0;
    const interrupted = {
      ...run,
      countCall: () => {
        pages += 1;
        if (pages > 3) {
          throw new Error('The process was killed');
        }
      },
    };
    await expect(harness.source.collect(interrupted)).rejects.toThrow();
    const before = calls.count('pagerduty');
    await harness.createSource().collect(context.start());
    const resumed = calls.count('pagerduty') - before;
    calls.clear();
    await harness.createSource().collect(context.start());
    expect(before).toBe(3);
    expect(resumed).toBe(calls.count('pagerduty') - 3);
    expect(context.evidence.size).toBe(600);
  });

  it('asks little of many services', async () => {
    const harness = start(
      Company.generate({
        services: 2000,
        repositories: 10,
        now: () => new Date(START),
      }),
    );
    await harness.source.collect(harness.context.start());
    expect(harness.context.calls).toBeLessThanOrEqual(2000 / 50);
    expect(harness.context.evidence.size).toBe(2000);
    expect(harness.calls.count('pagerduty')).toBe(harness.context.calls);
  });

  it.each(faults.filter(fault => fault !== 'none'))(
    'keeps what it knew through the fault %s, names it, and recovers',
    async fault => {
      const harness = start();
      const { context, source } = harness;
      await source.collect(context.start());
      harness.faults.set('pagerduty', fault);
      context.now += 60_000;
      await expect(source.collect(context.start())).rejects.toThrow(
        /PagerDuty main/,
      );
      // Either nothing is said, or that the facts stay as they were.
      for (const { facts, unchanged, link } of context.evidence.values()) {
        expect(fault).toBe('expiredToken');
        expect(link.status).toBe('denied');
        expect(facts).toEqual([]);
        expect(unchanged?.observedAt).toBe('2026-11-23T12:00:00.000Z');
      }
      expect(context.incidents.size).toBe(0);
      const said = JSON.stringify([
        [...context.evidence.values()],
        context.logger.lines,
        context.problems,
      ]);
      expect(said).not.toContain(harness.account.token);
      harness.faults.heal();
      await source.collect(context.start());
      expect(valuesOf(harness, 'cards')['onCall.people']).toBe(2);
    },
  );
});
