import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, RealProgram } from './RealProgram';

const run = promisify(execFile);

/** What a Prometheus and an Alertmanager of their own are set up with. */
export interface RealMonitoringOptions {
  /** A rule file. */
  rules: string;
  /** What the target that is up exposes. */
  exposition: string;
  /** Samples of the past, as OpenMetrics. */
  history?: string;
  /** The Alertmanager's configuration. */
  alertmanager: string;
  /** The labels of the target that is up, and of the one that is down. */
  up: Record<string, string>;
  down: Record<string, string>;
}

/** A real Prometheus that sends its alerts to a real Alertmanager. */
export class RealMonitoring {
  private constructor(
    private readonly folder: string,
    private readonly exporter: Server,
    readonly prometheus: RealProgram,
    readonly alertmanager: RealProgram,
  ) {}

  static async start(options: RealMonitoringOptions): Promise<RealMonitoring> {
    const folder = await mkdtemp(join(tmpdir(), 'airworthy-monitoring-'));
    const exporter = createServer((_, response) => {
      response.end(options.exposition);
    }).listen(0, '127.0.0.1');
    await once(exporter, 'listening');
    const stops = [
      () => rm(folder, { recursive: true, force: true }),
      async () => exporter.close(),
    ];
    try {
      const alertmanager = await startAlertmanager(folder, options);
      stops.unshift(() => alertmanager.stop());
      const prometheus = await startPrometheus(folder, options, {
        alertmanager: new URL(alertmanager.url).host,
        up: `127.0.0.1:${portOf(exporter)}`,
        down: `127.0.0.1:${await freePort()}`,
      });
      return new RealMonitoring(folder, exporter, prometheus, alertmanager);
    } catch (error) {
      for (const stop of stops) {
        await stop();
      }
      throw error;
    }
  }

  async stop(): Promise<void> {
    await Promise.all([this.prometheus.stop(), this.alertmanager.stop()]);
    this.exporter.closeAllConnections();
    this.exporter.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function startAlertmanager(
  folder: string,
  options: RealMonitoringOptions,
): Promise<RealProgram> {
  const host = `127.0.0.1:${await freePort()}`;
  const config = join(folder, 'alertmanager.yml');
  await writeFile(config, options.alertmanager);
  return RealProgram.start({
    command: 'prometheus-alertmanager',
    args: [
      `--config.file=${config}`,
      `--storage.path=${join(folder, 'alertmanager')}`,
      `--web.listen-address=${host}`,
      '--cluster.listen-address=',
    ],
    url: `http://${host}`,
    readyPath: '/-/ready',
  });
}

async function startPrometheus(
  folder: string,
  options: RealMonitoringOptions,
  hosts: { alertmanager: string; up: string; down: string },
): Promise<RealProgram> {
  const host = `127.0.0.1:${await freePort()}`;
  const data = join(folder, 'prometheus');
  await mkdir(data);
  if (options.history !== undefined) {
    const history = join(folder, 'history.txt');
    await writeFile(history, options.history);
    await run('promtool', [
      'tsdb',
      'create-blocks-from',
      'openmetrics',
      history,
      data,
    ]);
  }
  const rules = join(folder, 'rules.yml');
  await writeFile(rules, options.rules);
  const config = join(folder, 'prometheus.yml');
  // JSON is YAML.
  await writeFile(
    config,
    JSON.stringify({
      global: {
        // The exporter shares a process that is busy at times.
        scrape_interval: '1s',
        scrape_timeout: '1s',
        evaluation_interval: '200ms',
        external_labels: { cluster: 'eu-1', replica: 'a' },
      },
      rule_files: [rules],
      alerting: {
        alert_relabel_configs: [{ action: 'labeldrop', regex: 'replica' }],
        alertmanagers: [
          { static_configs: [{ targets: [hosts.alertmanager] }] },
        ],
      },
      scrape_configs: [
        {
          job_name: 'services',
          honor_labels: true,
          static_configs: [
            { targets: [hosts.up], labels: options.up },
            { targets: [hosts.down], labels: options.down },
          ],
        },
      ],
    }),
  );
  return RealProgram.start({
    command: 'prometheus',
    args: [
      `--config.file=${config}`,
      `--storage.tsdb.path=${data}`,
      `--web.listen-address=${host}`,
      // What fires before the Alertmanager is discovered is sent once more.
      '--rules.alert.resend-delay=500ms',
    ],
    url: `http://${host}`,
    readyPath: '/-/ready',
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the exporter does not listen');
  }
  return address.port;
}
