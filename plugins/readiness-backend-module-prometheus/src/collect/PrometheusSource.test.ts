import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { UpstreamError } from '@airworthy/plugin-readiness-node';
import { ConfigReader } from '@backstage/config';
import { HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { readServers } from '../config';
import { FakeServers, ruleAnswer, success } from '../__testUtils__/FakeServers';
import {
  TestCollectContext,
  testEntity,
} from '@airworthy/plugin-readiness-node/testUtils';
import { PrometheusSource } from './PrometheusSource';

const TOKEN = 'pr0m3th3us-t0k3n';

describe('PrometheusSource', () => {
  const worker = setupServer();
  registerMswTestHooks(worker);

  let servers: FakeServers;
  let test: TestCollectContext;
  let source: PrometheusSource;

  beforeEach(() => {
    servers = new FakeServers();
    worker.use(...servers.handlers());
    test = new TestCollectContext([testEntity('cards'), testEntity('other')]);
    const [server] = readServers(
      new ConfigReader({
        readiness: {
          prometheus: {
            servers: [
              { name: 'eu', url: 'http://prometheus.test', token: TOKEN },
            ],
          },
        },
      }),
    );
    source = PrometheusSource.create(server, {
      logger: test.logger,
      retry: { initialDelay: 1, maxDelay: 1 },
    });
  });

  function knowCards(): void {
    servers.rules = {
      groups: [{ rules: [ruleAnswer('CardsDown', { service: 'cards' })] }],
    };
  }

  async function failureOf(run: Promise<void>): Promise<UpstreamError> {
    const error = await run.then(
      () => undefined,
      (cause: unknown) => cause,
    );
    if (!(error instanceof UpstreamError)) {
      throw new Error(`expected an UpstreamError, got ${error}`);
    }
    return error;
  }

  it('reads all pages of rules', async () => {
    const pages = new Map([
      [
        '',
        {
          groups: [{ rules: [ruleAnswer('A', { service: 'cards' })] }],
          groupNextToken: 'p2',
        },
      ],
      [
        'p2',
        {
          groups: [{ rules: [ruleAnswer('B', { service: 'cards' })] }],
          groupNextToken: 'p3',
        },
      ],
      ['p3', { groups: [{ rules: [ruleAnswer('C', { service: 'cards' })] }] }],
    ]);
    servers.instead.set('/api/v1/rules', request => {
      const token = new URL(request.url).searchParams.get('group_next_token');
      return HttpResponse.json(success(pages.get(token ?? '') ?? {}));
    });

    await source.collect(test.start());

    expect(Object.keys(test.values('cards', 'alerts'))).toEqual([
      'A',
      'B',
      'C',
    ]);
    expect(test.calls).toBe(5);
    expect(servers.asked).toContain(
      '/api/v1/rules?type=alert&exclude_alerts=true&group_limit=500&group_next_token=p3',
    );
  });

  it('begins again when the groups change while it pages', async () => {
    let changed = false;
    servers.instead.set('/api/v1/rules', request => {
      const token = new URL(request.url).searchParams.get('group_next_token');
      if (token && !changed) {
        changed = true;
        return HttpResponse.json(
          { status: 'error', errorType: 'bad_data', error: 'invalid token' },
          { status: 400 },
        );
      }
      return HttpResponse.json(
        success({
          groups: [
            { rules: [ruleAnswer(token ? 'B' : 'A', { service: 'cards' })] },
          ],
          ...(token ? {} : { groupNextToken: 'next' }),
        }),
      );
    });

    await source.collect(test.start());

    expect(changed).toBe(true);
    expect(Object.keys(test.values('cards', 'alerts'))).toEqual(['A', 'B']);
  });

  it('keeps the key of a second rule of the same name apart', async () => {
    servers.rules = {
      groups: [
        {
          rules: ['warning', 'page', 'page'].map(severity =>
            ruleAnswer('Slow', { service: 'cards', severity }),
          ),
        },
      ],
    };
    await source.collect(test.start());
    expect(Object.keys(test.values('cards', 'alerts'))).toEqual([
      'Slow',
      'Slow (page)',
      'Slow (2)',
    ]);
  });

  it.each([
    ['err', '2026-11-23T11:59:00Z', false],
    ['unknown', '0001-01-01T00:00:00Z', false],
    ['ok', '2026-11-23T10:59:59Z', false],
    ['ok', '2026-11-23T11:00:01Z', true],
    [undefined, undefined, undefined],
  ])(
    'takes a rule that is %s since %s for healthy: %s',
    async (health, lastEvaluation, healthy) => {
      servers.rules = {
        groups: [
          {
            rules: [
              ruleAnswer(
                'CardsDown',
                { service: 'cards' },
                { health, lastEvaluation },
              ),
            ],
          },
        ],
      };
      await source.collect(test.start());
      const value = test.values('cards', 'alerts').CardsDown;
      expect(value).toHaveProperty('name');
      expect(value).toMatchObject(healthy === undefined ? {} : { healthy });
      expect(Object.keys(Object(value)).includes('healthy')).toBe(
        healthy !== undefined,
      );
    },
  );

  it('finds a rule by what its expression selects', async () => {
    servers.rules = {
      groups: [
        {
          rules: [
            ruleAnswer('Own', {}, { query: 'up{service="cards"} == 0' }),
            ruleAnswer('NotOwn', {}, { query: 'up{service!="cards"} == 0' }),
          ],
        },
      ],
    };
    await source.collect(test.start());
    expect(Object.keys(test.values('cards', 'alerts'))).toEqual(['Own']);
  });

  it('is scraped while one target is up', async () => {
    servers.targets = {
      activeTargets: [
        { labels: { service: 'cards' }, health: 'down' },
        { labels: { service: 'cards' }, health: 'up' },
        { labels: { service: 'other' }, health: 'unknown' },
      ],
    };
    await source.collect(test.start());
    expect(test.values('cards', 'metrics.scraped')).toEqual({ '': true });
    expect(test.values('other', 'metrics.scraped')).toEqual({ '': false });
  });

  it('says which annotation would link an entity', async () => {
    await source.collect(test.start());
    expect(test.linkOf('cards')).toEqual({
      status: 'not-linked',
      message: expect.stringContaining('prometheus.io/labels'),
    });
  });

  it('reports a query that the server refuses as a gap, and keeps the rest', async () => {
    knowCards();
    servers.instead.set('/api/v1/query', () =>
      HttpResponse.json(
        { status: 'error', errorType: 'execution', error: 'too many samples' },
        { status: 422 },
      ),
    );
    await source.collect(test.start());
    expect(test.problems).toEqual([
      expect.stringContaining('execution: too many samples'),
    ]);
    expect(test.values('cards', 'slos')).toEqual({
      '': expect.stringContaining('too many samples'),
    });
    expect(Object.keys(test.values('cards', 'alerts'))).toEqual(['CardsDown']);
  });

  it.each<[string, () => Response, string]>([
    [
      'another schema',
      () => HttpResponse.json(success({ groups: [{ rules: 7 }] })),
      'unexpected',
    ],
    ['no JSON', () => HttpResponse.text('<html>'), 'malformed'],
    [
      'a redirect',
      () => HttpResponse.redirect('http://login.test/'),
      'refused',
    ],
    ['an outage', () => HttpResponse.json({}, { status: 503 }), 'unavailable'],
    ['a lost connection', () => HttpResponse.error(), 'unavailable'],
    [
      'too long a wait',
      () =>
        HttpResponse.json(
          {},
          { status: 429, headers: { 'retry-after': '900' } },
        ),
      'rate-limited',
    ],
  ])('leaves facts to age when it meets %s', async (_, answer, reason) => {
    knowCards();
    await source.collect(test.start());
    expect(test.linkOf('cards')?.status).toBe('ok');

    servers.instead.set('/api/v1/rules', answer);
    const error = await failureOf(source.collect(test.start()));

    expect(error.reason).toBe(reason);
    expect(error.message).toContain('Prometheus eu: GET /api/v1/rules');
    expect([...test.evidence]).toEqual([]);
  });

  it('recovers by itself', async () => {
    knowCards();
    servers.instead.set('/api/v1/rules', () => HttpResponse.json([]));
    await failureOf(source.collect(test.start()));
    servers.instead.clear();
    await source.collect(test.start());
    expect(test.linkOf('cards')?.status).toBe('ok');
  });

  it('tells every entity when it has never answered', async () => {
    servers.instead.set('/api/v1/rules', () => HttpResponse.json([]));
    await failureOf(source.collect(test.start()));
    expect(test.linkOf('cards')?.status).toBe('error');
    expect(test.linkOf('other')?.status).toBe('error');
  });

  it('tells linked entities that it is denied, and keeps their facts at their age', async () => {
    knowCards();
    await source.collect(test.start());
    const observedAt = new Date(test.now).toISOString();
    const expiresAt = new Date(test.now + 3600_000).toISOString();

    test.now += 600_000;
    servers.instead.set('/api/v1/rules', () =>
      HttpResponse.json({}, { status: 401 }),
    );
    await failureOf(source.collect(test.start()));

    expect([...test.evidence.values()]).toEqual([
      {
        entityRef: 'component:default/cards',
        link: {
          status: 'denied',
          message: expect.stringContaining('answered 401'),
        },
        facts: [],
        unchanged: { observedAt, expiresAt },
      },
    ]);
  });

  it('asks about one entity without touching the others', async () => {
    knowCards();
    await source.collect(test.start({ only: 'component:default/cards' }));
    expect([...test.evidence.keys()]).toEqual(['component:default/cards']);
  });

  it('stops when the scheduler says so, and says nothing about entities', async () => {
    const context = test.start();
    test.abort();
    const error = await failureOf(source.collect(context));
    expect(error.reason).toBe('aborted');
    expect(servers.asked).toEqual([]);
    expect([...test.evidence]).toEqual([]);
  });

  it('keeps the token out of facts, links, problems, errors and logs', async () => {
    knowCards();
    const seen: string[] = [];
    const echo = () =>
      HttpResponse.json(
        { status: 'error', errorType: 'internal', error: `Bearer ${TOKEN}` },
        { status: 500 },
      );
    for (const path of ['', '/api/v1/query', '/api/v1/rules']) {
      servers.instead.clear();
      servers.instead.set(path, echo);
      const outcome = await source.collect(test.start()).then(
        () => 'done',
        (error: Error) => `${error.stack} ${JSON.stringify(error)}`,
      );
      seen.push(outcome, JSON.stringify([...test.evidence]), ...test.problems);
    }
    seen.push(...test.logger.lines);
    expect(seen.join('\n')).toContain('internal: ***');
    expect(seen.join('\n')).not.toContain(TOKEN);
  });
});
