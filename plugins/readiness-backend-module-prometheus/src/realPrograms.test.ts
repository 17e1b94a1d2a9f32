import { ConfigReader } from '@backstage/config';
import { AlertmanagerSource } from './collect/AlertmanagerSource';
import { PrometheusSource } from './collect/PrometheusSource';
import { WorkloadUseSource } from './collect/WorkloadUseSource';
import { readServers, type ServerConfig } from './config';
import { describeIfInstalled } from './__testUtils__/describeIfInstalled';
import { RealMonitoring } from './__testUtils__/RealMonitoring';
import { eventually } from './__testUtils__/RealProgram';
import {
  TestCollectContext,
  testEntity,
} from '@airworthy/plugin-readiness-node/testUtils';

const RULES = `
groups:
  - name: cards
    rules:
      - alert: CardsErrorsHigh
        expr: cards_error_ratio{service="cards-api"} > 0.01
        labels: { severity: page, service: cards-api }
        annotations:
          summary: Many requests fail
          runbook_url: https://docs.example.com/cards#errors
      - alert: CardsDatabaseSlow
        expr: cards_error_ratio{service="cards-api"} > 2
        labels: { severity: warning, service: cards-api }
      - alert: CardsBroken
        # Two series on either side from the first evaluation on: it never fires.
        expr: (vector(1) or label_replace(vector(1), "a", "b", "", "")) * on () (vector(1) or label_replace(vector(1), "a", "b", "", "")) > 0
        labels: { severity: page, service: cards-api }
      - alert: CardsPending
        expr: cards_error_ratio{service="cards-api"} > 0.01
        for: 1h
        labels: { severity: warning, service: cards-api }
  - name: ledger
    rules:
      - alert: LedgerDown
        expr: up{service="ledger"} == 0
        labels: { severity: critical, team: ledger }
      - alert: LedgerByRegion
        expr: up{service="ledger"} == 2
        labels: { severity: page, team: by-region }
  - name: search
    rules:
      - alert: SearchSlow
        expr: vector(1)
        labels: { severity: page, app: search, tier: backend, team: nobody }
`;

const EXPOSITION = `
cards_error_ratio{service="cards-api"} 0.2
slo:objective:ratio{sloth_id="cards-api-availability",sloth_service="cards-api",sloth_slo="availability"} 0.995
slo:period_error_budget_remaining:ratio{sloth_id="cards-api-availability",sloth_service="cards-api",sloth_slo="availability"} 0.41234
slo:objective:ratio{sloth_id="cards-api-latency",sloth_service="cards-api",sloth_slo="latency"} 0.99
slo:period_error_budget_remaining:ratio{sloth_id="cards-api-latency",sloth_service="cards-api",sloth_slo="latency"} NaN
`;

const ALERTMANAGER = `
route:
  receiver: fallback
  group_wait: 100ms
  routes:
    - matchers: [service="cards-api", severity="page"]
      receiver: cards-pager
      continue: true
    - matchers: [severity=~"page|critical", cluster="eu-1", team="ledger"]
      receiver: ledger-pager
    - matchers: [team="nobody"]
      receiver: nobody
    - matchers: [team="by-region", region="us"]
      receiver: us-pager
receivers:
  - name: fallback
    webhook_configs: [{ url: 'http://127.0.0.1:9/fallback' }]
  - name: cards-pager
    webhook_configs: [{ url: 'http://127.0.0.1:9/cards' }]
  - name: ledger-pager
    webhook_configs: [{ url: 'http://127.0.0.1:9/ledger' }]
  - name: us-pager
    webhook_configs: [{ url: 'http://127.0.0.1:9/us' }]
  - name: nobody
`;

const HOUR = 3600;

/** Two cores requested and half of one used; as much memory as requested. */
function history(): string {
  const thisHour = Math.floor(Date.now() / 1000 / HOUR) * HOUR;
  const hours = [3, 2, 1, 0].map(ago => thisHour - ago * HOUR);
  // The rate of five minutes needs samples over all of them.
  const times = hours.flatMap(hour =>
    [6, 5, 4, 3, 2, 1, 0].map(minutes => hour - minutes * 60),
  );
  const pod = 'namespace="payments",pod="cards-api-7d4-x"';
  const container = `${pod},container="server"`;
  const series: Array<[string, string, (time: number) => number]> = [
    [
      'namespace_workload_pod:kube_pod_owner:relabel',
      `${pod},workload="cards-api",workload_type="deployment"`,
      () => 1,
    ],
    [
      'kube_pod_container_resource_requests',
      `${container},resource="cpu"`,
      () => 2,
    ],
    [
      'kube_pod_container_resource_requests',
      `${container},resource="memory"`,
      () => 1000,
    ],
    [
      'container_cpu_usage_seconds_total',
      `${container},image="cards"`,
      time => time / 2,
    ],
    [
      'container_memory_working_set_bytes',
      `${container},image="cards"`,
      () => 1000,
    ],
  ];
  return [
    ...series.flatMap(([name, labels, valueAt]) =>
      times.map(time => `${name}{${labels}} ${valueAt(time)} ${time}`),
    ),
    '# EOF\n',
  ].join('\n');
}

const ENTITIES = [
  testEntity('cards-api'),
  testEntity('ledger'),
  testEntity('finder', { 'prometheus.io/labels': 'app=search,tier=backend' }),
  testEntity('by-name', { 'prometheus.io/rule': 'SearchSlow|instance' }),
  testEntity('mistaken', { 'prometheus.io/labels': 'app=serach' }),
  testEntity('elsewhere', { 'prometheus.io/service-name': 'us-1' }),
  testEntity('unknown'),
  testEntity('cards-api', {}, 'System'),
];

function fail(words: string): never {
  throw new Error(words);
}

jest.setTimeout(120_000);

describeIfInstalled(
  'prometheus',
  'prometheus-alertmanager',
  'promtool',
)('real Prometheus and Alertmanager', () => {
  let monitoring: RealMonitoring;
  let server: ServerConfig;

  async function ask<T>(url: string): Promise<T> {
    const response = await fetch(url);
    return response.json();
  }

  beforeAll(async () => {
    monitoring = await RealMonitoring.start({
      rules: RULES,
      exposition: EXPOSITION,
      history: history(),
      alertmanager: ALERTMANAGER,
      up: { service: 'cards-api' },
      down: { service: 'ledger', region: 'eu' },
    });
    [server] = readServers(
      new ConfigReader({
        readiness: {
          prometheus: {
            servers: [
              {
                name: 'eu-1',
                url: monitoring.prometheus.url,
                publicUrl: 'https://prometheus.example.com/',
                alertmanager: { url: monitoring.alertmanager.url },
              },
            ],
          },
        },
      }),
    );
    const silence = await fetch(
      `${monitoring.alertmanager.url}/api/v2/silences`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          matchers: [
            {
              name: 'alertname',
              value: 'LedgerDown',
              isRegex: false,
              isEqual: true,
            },
          ],
          startsAt: new Date().toISOString(),
          endsAt: new Date(Date.now() + 3600_000).toISOString(),
          createdBy: 'mira',
          comment: 'moving house',
        }),
      },
    );
    if (!silence.ok) {
      throw new Error(`the silence was refused: ${silence.status}`);
    }
    await eventually(
      'three alerts arrived, one of them silenced',
      async () => {
        const alerts = await ask<
          Array<{ labels: Record<string, string>; status: { state: string } }>
        >(`${monitoring.alertmanager.url}/api/v2/alerts`);
        return Object.fromEntries(
          alerts.map(({ labels, status }) => [labels.alertname, status.state]),
        );
      },
      states =>
        states.CardsErrorsHigh === 'active' &&
        states.LedgerDown === 'suppressed' &&
        states.SearchSlow === 'active',
    );
    await eventually(
      'every rule was evaluated',
      async () => {
        const { data } = await ask<{
          data: { groups: Array<{ rules: Array<{ health: string }> }> };
        }>(`${monitoring.prometheus.url}/api/v1/rules`);
        return data.groups.flatMap(({ rules }) =>
          rules.map(rule => rule.health),
        );
      },
      health => health.includes('err') && !health.includes('unknown'),
    );
    await eventually(
      'objectives are scraped',
      async () =>
        ask<{ data: { result: unknown[] } }>(
          `${monitoring.prometheus.url}/api/v1/query?query=slo:objective:ratio`,
        ),
      ({ data }) => data.result.length === 2,
    );
  });

  afterAll(async () => {
    await monitoring?.stop();
  });

  it('observes rules, targets and objectives', async () => {
    const source = PrometheusSource.create(server);
    const test = new TestCollectContext(ENTITIES, { now: Date.now() });
    await source.collect(test.start());

    expect(test.linkOf('cards-api')).toEqual({ status: 'ok' });
    expect(test.values('cards-api', 'alerts')).toEqual({
      CardsErrorsHigh: {
        name: 'CardsErrorsHigh',
        healthy: true,
        pages: true,
        about: ['availability'],
        hasRunbook: true,
      },
      CardsDatabaseSlow: {
        name: 'CardsDatabaseSlow',
        healthy: true,
        pages: false,
        about: ['datastore', 'availability'],
        hasRunbook: false,
      },
      CardsBroken: expect.objectContaining({ healthy: false, pages: true }),
      CardsPending: expect.objectContaining({ healthy: true, pages: false }),
    });
    expect(test.values('cards-api', 'metrics.scraped')).toEqual({ '': true });
    expect(test.values('cards-api', 'slos')).toEqual({
      availability: {
        name: 'availability',
        objective: 0.995,
        budgetRemaining: 0.41,
      },
      latency: { name: 'latency', objective: 0.99 },
    });
    expect(
      test.facts('cards-api', 'slos').map(({ missing }) => missing),
    ).toEqual([undefined, 'nothing was measured in its period']);

    expect(test.values('ledger', 'metrics.scraped')).toEqual({ '': false });
    expect(Object.keys(test.values('ledger', 'alerts'))).toEqual([
      'LedgerDown',
      'LedgerByRegion',
    ]);

    expect(Object.keys(test.values('finder', 'alerts'))).toEqual([
      'SearchSlow',
    ]);
    expect(test.values('finder', 'metrics.scraped')).toEqual({
      '': 'no active target carries app="search", tier="backend"',
    });
    expect(Object.keys(test.values('by-name', 'alerts'))).toEqual([
      'SearchSlow',
    ]);

    expect(test.linkOf('mistaken')?.status).toBe('not-found');
    expect(test.linkOf('elsewhere')?.status).toBe('not-linked');
    expect(test.linkOf('unknown')?.status).toBe('not-linked');
    expect(test.linkOf('cards-api', 'system')?.status).toBe('not-linked');
    expect(test.problems).toEqual([]);
    expect(test.calls).toBe(3);
  });

  it('gives facts an age, a limit and a page that a person can open', async () => {
    const test = new TestCollectContext(ENTITIES, { now: Date.now() });
    await PrometheusSource.create(server).collect(test.start());

    expect(test.facts('cards-api', 'metrics.scraped')).toEqual([
      {
        name: 'metrics.scraped',
        member: '',
        environment: 'production',
        source: 'prometheus:eu-1',
        strength: 'observed',
        value: true,
        observedAt: new Date(test.now).toISOString(),
        expiresAt: new Date(test.now + 3600_000).toISOString(),
        origins: { '': { url: 'https://prometheus.example.com/targets' } },
      },
    ]);
  });

  it('finds where alerts go', async () => {
    const source = AlertmanagerSource.create({
      server,
      alertmanager: server.alertmanager ?? fail('it is configured'),
    });
    const test = new TestCollectContext(ENTITIES, { now: Date.now() });
    await source.collect(test.start());

    expect(test.values('cards-api', 'alerts')).toEqual({
      CardsErrorsHigh: { receiver: 'cards-pager' },
      // It never fired, and the tree may ask for a team on the way.
      CardsDatabaseSlow: {},
      CardsBroken: {},
      CardsPending: {},
    });
    expect(test.values('ledger', 'alerts')).toEqual({
      LedgerDown: { receiver: 'ledger-pager' },
      LedgerByRegion: {},
    });
    expect(
      test.facts('ledger', 'alerts').map(({ missing }) => missing),
    ).toEqual([
      undefined,
      expect.stringContaining('depends on the label service'),
    ]);
    expect(test.values('finder', 'alerts')).toEqual({
      SearchSlow: { receiver: '' },
    });
    expect(test.linkOf('unknown')?.status).toBe('not-linked');
    expect(test.calls).toBe(6);
  });

  it('sees what fires, what is silenced and by whom, and what only pends', async () => {
    const source = AlertmanagerSource.create({
      server,
      alertmanager: server.alertmanager ?? fail('it is configured'),
    });
    // A scrape that was missed resolves an alert until the next one.
    const alerts = await eventually(
      'all four alerts are seen',
      async () => {
        const test = new TestCollectContext(ENTITIES, { now: Date.now() });
        await source.collect(test.start());
        return test.alerts ?? [];
      },
      seen =>
        ['CardsErrorsHigh', 'CardsPending', 'LedgerDown', 'SearchSlow'].every(
          name => seen.some(alert => alert.name === name),
        ),
    );
    const of = (name: string) =>
      alerts.filter(({ entityRef }) => entityRef.endsWith(`/${name}`));

    expect(of('cards-api')).toMatchObject([
      {
        name: 'CardsErrorsHigh',
        state: 'firing',
        pages: true,
        summary: 'Many requests fail',
        runbookUrl: 'https://docs.example.com/cards#errors',
        receivers: ['cards-pager'],
        labels: { cluster: 'eu-1' },
      },
      { name: 'CardsPending', state: 'pending', receivers: [] },
    ]);
    expect(of('cards-api')[1]).not.toHaveProperty('runbookUrl');
    expect(of('ledger')).toMatchObject([
      {
        name: 'LedgerDown',
        state: 'silenced',
        receivers: ['ledger-pager'],
        silence: { by: 'mira', comment: 'moving house' },
      },
    ]);
    expect(of('finder')).toMatchObject([
      { name: 'SearchSlow', state: 'firing', receivers: [] },
    ]);
  });

  it('compares requests with use over a fortnight', async () => {
    const { requestToUse } = server;
    const test = new TestCollectContext(ENTITIES, { now: Date.now() });
    await WorkloadUseSource.create({
      server,
      requestToUse: requestToUse ?? fail('it is on unless told'),
    }).collect(test.start());
    expect(test.values('cards-api', 'workloads')).toEqual({
      'Deployment/payments/cards-api': { requestToUse: 4 },
    });
    expect(test.linkOf('ledger')?.status).toBe('not-linked');
    expect(test.calls).toBe(2);
  });
});
