import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { Company } from '../model';
import { type RunningUpstreams, startUpstreams } from '../server';
import { describeIfInstalled, eventually, freePort } from '../testUtils';
import { type RunningMonitoring, startMonitoring } from './startMonitoring';

const rulesFolder = resolve(__dirname, '../../../../examples/repositories');

const managedSchema = z.array(
  z.object({
    labels: z.record(z.string(), z.string()),
    annotations: z.record(z.string(), z.string()),
    receivers: z.array(z.object({ name: z.string() })),
    status: z.object({ state: z.string() }),
  }),
);
const rulesSchema = z.object({
  data: z.object({
    groups: z.array(
      z.object({
        rules: z.array(z.object({ name: z.string(), health: z.string() })),
      }),
    ),
  }),
});

async function folders(): Promise<string[]> {
  return (await readdir(tmpdir())).filter(name =>
    name.startsWith('airworthy-monitoring-'),
  );
}

async function ask(url: string): Promise<unknown> {
  return (await fetch(url)).json();
}

describeIfInstalled('prometheus', 'prometheus-alertmanager')(
  'startMonitoring with the real programs',
  () => {
    jest.setTimeout(90_000);
    let before: string[];
    let upstreams: RunningUpstreams;
    let monitoring: RunningMonitoring;
    let prometheus: string;
    let alertmanager: string;

    beforeAll(async () => {
      before = await folders();
      upstreams = await startUpstreams({ company: Company.demo(), port: 0 });
      const [prometheusPort, alertmanagerPort] = [
        await freePort(),
        await freePort(),
      ];
      prometheus = `http://127.0.0.1:${prometheusPort}`;
      alertmanager = `http://127.0.0.1:${alertmanagerPort}`;
      monitoring = await startMonitoring({
        model: upstreams.company.monitoring,
        upstreamUrl: upstreams.url,
        rulesFolder,
        prometheusPort,
        alertmanagerPort,
      });
    });
    afterAll(async () => {
      await monitoring.stop();
      await upstreams.stop();
    });

    it('has alerts that page, that are silenced, that reach nobody and that lack a runbook', async () => {
      expect(monitoring.missing).toEqual([]);
      const alerts = await eventually(
        'five alerts are known to Alertmanager',
        async () =>
          managedSchema.parse(await ask(`${alertmanager}/api/v2/alerts`)),
        found => found.length >= 5,
      );
      const seen = Object.fromEntries(
        alerts.map(({ labels, annotations, receivers, status }) => [
          labels.alertname,
          [
            status.state,
            receivers.map(({ name }) => name).join(),
            'runbook_url' in annotations,
          ],
        ]),
      );
      expect(seen).toEqual({
        LedgerOutOfBalance: ['active', 'payments-core', true],
        SearchIndexBehind: ['suppressed', 'discovery', true],
        TelemetryPartitionMissing: ['active', 'telemetry', false],
        WebhookBacklog: ['active', 'nobody', false],
        SubtitlesReviewOverdue: ['active', 'nobody', true],
      });
    });

    it('evaluates the rules of the repositories', async () => {
      const { data } = await eventually(
        'all rules were evaluated',
        async () => rulesSchema.parse(await ask(`${prometheus}/api/v1/rules`)),
        ({ data: { groups } }) =>
          groups.every(({ rules }) =>
            rules.every(({ health }) => health !== 'unknown'),
          ),
      );
      const rules = data.groups.flatMap(group => group.rules);
      expect(rules.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['PaymentsErrorsHigh', 'TelemetryWriterLag']),
      );
      expect(rules.filter(({ health }) => health !== 'ok')).toEqual([]);
    });

    it('scrapes every service', async () => {
      const result = await eventually(
        'services are up',
        async () =>
          z
            .object({ data: z.object({ result: z.array(z.unknown()) }) })
            .parse(
              await ask(
                `${prometheus}/api/v1/query?query=up%7Bservice!%3D%22%22%7D==1`,
              ),
            ).data.result,
        found => found.length > 0,
      );
      const running = upstreams.company.services.filter(
        ({ runtime }) => runtime,
      );
      expect(result).toHaveLength(running.length);
    });

    it('leaves nothing behind', async () => {
      await monitoring.stop();
      const left = (await folders()).filter(name => !before.includes(name));
      expect(left).toEqual([]);
      await expect(fetch(prometheus)).rejects.toThrow();
      await expect(fetch(alertmanager)).rejects.toThrow();
    });
  },
);

describe('startMonitoring without the programs', () => {
  const { PATH } = process.env;
  afterEach(() => {
    process.env.PATH = PATH;
  });

  it('answers in their place what is missing', async () => {
    process.env.PATH = '';
    const [prometheusPort, alertmanagerPort] = [
      await freePort(),
      await freePort(),
    ];
    const monitoring = await startMonitoring({
      model: Company.demo().monitoring,
      upstreamUrl: 'http://127.0.0.1:9',
      prometheusPort,
      alertmanagerPort,
    });
    try {
      expect(monitoring.missing).toEqual([
        'prometheus-alertmanager',
        'prometheus',
      ]);
      const response = await fetch(
        `http://127.0.0.1:${prometheusPort}/api/v1/rules`,
      );
      expect(response.status).toBe(503);
      expect(await response.text()).toContain(
        'prometheus is not installed on this machine',
      );
    } finally {
      await monitoring.stop();
    }
  });
});
