import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { readServers } from '../config';
import { FakeServers, ruleAnswer } from '../__testUtils__/FakeServers';
import {
  TestCollectContext,
  testEntity,
} from '@airworthy/plugin-readiness-node/testUtils';
import { AlertmanagerSource } from './AlertmanagerSource';

const ROUTES = `
route:
  receiver: everyone
  routes:
    - matchers: [cluster="us"]
      receiver: us
    - matchers: [severity="page"]
      receiver: pager
      routes:
        - matchers: [team="cards"]
          receiver: cards-pager
          continue: true
        - matchers: [service="cards"]
          receiver: audit
receivers:
  - name: everyone
    slack_configs: [{ channel: '#alerts' }]
  - name: us
  - name: pager
    pagerduty_configs: [{ routing_key: <secret> }]
  - name: cards-pager
    pagerduty_configs: [{ routing_key: <secret> }]
  - name: audit
    webhook_configs: [{ url: <secret> }]
`;

describe('AlertmanagerSource', () => {
  const worker = setupServer();
  registerMswTestHooks(worker);

  let servers: FakeServers;
  let test: TestCollectContext;
  let source: AlertmanagerSource;

  beforeEach(() => {
    servers = new FakeServers();
    servers.routes = ROUTES;
    servers.config = { yaml: 'global: { external_labels: { cluster: eu } }' };
    worker.use(...servers.handlers());
    test = new TestCollectContext([testEntity('cards')]);
    const [server] = readServers(
      new ConfigReader({
        readiness: {
          prometheus: {
            servers: [
              {
                name: 'eu',
                url: 'http://prometheus.test',
                alertmanager: {
                  url: 'http://alertmanager.test',
                  basicAuth: { username: 'reader', password: 'hunter2' },
                },
              },
            ],
          },
        },
      }),
    );
    if (!server.alertmanager) {
      throw new Error('no Alertmanager was read');
    }
    source = AlertmanagerSource.create({
      server,
      alertmanager: server.alertmanager,
      logger: test.logger,
    });
  });

  function knowRule(labels: Record<string, string>): void {
    servers.rules = {
      groups: [
        { rules: [ruleAnswer('Slow', { service: 'cards', ...labels })] },
      ],
    };
  }

  it('names every receiver that notifies somebody', async () => {
    knowRule({ severity: 'page', team: 'cards' });
    await source.collect(test.start());
    expect(test.values('cards', 'alerts')).toEqual({
      Slow: { receiver: 'cards-pager, audit' },
    });
  });

  it('says nothing of someone being on call', () => {
    expect(source.descriptor.supplies).toEqual(['alerts.receiver']);
  });

  it('names the label that the route depends on', async () => {
    knowRule({ severity: 'page', team: '{{ $labels.team }}' });
    await source.collect(test.start());
    expect(test.facts('cards', 'alerts')).toMatchObject([
      { value: {}, missing: expect.stringContaining('the label team') },
    ]);
  });

  it('believes what fires where the rule alone does not tell', async () => {
    knowRule({ severity: 'page', team: '{{ $labels.team }}' });
    const alert = (name: string, receivers: string[]) => ({
      labels: {
        alertname: name,
        severity: 'page',
        service: 'cards',
        team: 'x',
      },
      annotations: {},
      startsAt: '2026-11-23T11:00:00Z',
      receivers: receivers.map(receiver => ({ name: receiver })),
      status: { state: 'active', silencedBy: [], inhibitedBy: [] },
    });
    servers.managed = [
      alert('Slow', ['audit', 'us']),
      alert('Other', ['pager']),
    ];
    await source.collect(test.start());
    expect(test.values('cards', 'alerts')).toEqual({
      Slow: { receiver: 'audit' },
    });
  });

  it('does without the external labels of a server that keeps its configuration to itself', async () => {
    knowRule({ severity: 'page', team: 'cards' });
    servers.instead.set('/api/v1/status/config', () =>
      HttpResponse.json({}, { status: 404 }),
    );
    await source.collect(test.start());
    expect(test.facts('cards', 'alerts')).toMatchObject([
      { missing: expect.stringContaining('the label cluster') },
    ]);
  });

  it('fails by name when it cannot understand the routes, and says so on no fact', async () => {
    knowRule({ severity: 'page' });
    await source.collect(test.start());
    servers.routes = 'route: { routes: [{ matchers: ["=hunter2"] }] }';
    await expect(source.collect(test.start())).rejects.toMatchObject({
      name: 'RouteTreeError',
      message: expect.stringContaining('is no matcher'),
    });
    expect([...test.evidence]).toEqual([]);
  });

  it('knows an alert again after it was sent, and when it fires on', async () => {
    knowRule({ severity: 'page', team: 'cards' });
    const labels = { alertname: 'Slow', severity: 'page', service: 'cards' };
    servers.alerts = [
      {
        labels,
        annotations: {},
        state: 'pending',
        activeAt: '2026-11-23T11:00:00Z',
      },
    ];
    await source.collect(test.start());
    const [pending] = test.alerts ?? [];
    expect(pending).toMatchObject({ state: 'pending', pages: true });

    servers.managed = [
      {
        labels: { ...labels, cluster: 'eu' },
        annotations: { runbook_url: 'https://docs.test/slow' },
        startsAt: '2026-11-23T11:05:00Z',
        receivers: [{ name: 'us' }, { name: 'pager' }],
        status: { state: 'active', silencedBy: [], inhibitedBy: ['x'] },
      },
    ];
    await source.collect(test.start());
    expect(test.alerts).toMatchObject([
      {
        key: pending.key,
        state: 'inhibited',
        receivers: ['pager'],
        runbookUrl: 'https://docs.test/slow',
      },
    ]);

    servers.managed = [];
    servers.alerts = [];
    await source.collect(test.start());
    expect(test.alerts).toEqual([]);
  });

  it('says nothing of alerts when it could not ask', async () => {
    knowRule({ severity: 'page', team: 'cards' });
    servers.instead.set('/api/v2/silences', () =>
      HttpResponse.json({}, { status: 404 }),
    );
    await expect(source.collect(test.start())).rejects.toThrow('404');
    expect(test.alerts).toBeUndefined();
  });

  it('is not linked to an entity without alerts', async () => {
    await source.collect(test.start());
    expect(test.linkOf('cards')?.status).toBe('not-linked');
  });
});
