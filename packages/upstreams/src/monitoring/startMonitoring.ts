import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MonitoringModel, RuleGroup } from '../model';
import { findRuleGroups } from './findRuleGroups';
import { isInstalled } from './isInstalled';
import { MissingProgram } from './MissingProgram';
import { SupervisedProgram } from './SupervisedProgram';

const PROMETHEUS = 'prometheus';
const ALERTMANAGER = 'prometheus-alertmanager';

/** How {@link startMonitoring} sets up the programs. */
export interface StartMonitoringOptions {
  model: MonitoringModel;
  /** Of the server that serves the company. */
  upstreamUrl: string;
  /** A folder with rule files; none unless told. */
  rulesFolder?: string;
  prometheusPort: number;
  alertmanagerPort: number;
}

/** A Prometheus and an Alertmanager, or what says that they are missing. */
export interface RunningMonitoring {
  /** Names of programs that are not installed. */
  missing: string[];
  stop(): Promise<void>;
}

/**
 * Runs the real Prometheus and Alertmanager over a company. Where one is not
 * installed its port answers that it is missing.
 */
export async function startMonitoring(
  options: StartMonitoringOptions,
): Promise<RunningMonitoring> {
  const missing: string[] = [];
  const running: Array<{ stop(): Promise<void> }> = [];
  async function start(
    command: string,
    port: number,
    run: () => Promise<SupervisedProgram>,
  ): Promise<boolean> {
    if (await isInstalled(command)) {
      running.unshift(await run());
      return true;
    }
    missing.push(command);
    running.unshift(await MissingProgram.start({ command, port }));
    return false;
  }
  const stop = async () => {
    await Promise.all(running.splice(0).map(program => program.stop()));
  };
  try {
    const managed = await start(ALERTMANAGER, options.alertmanagerPort, () =>
      startAlertmanager(options),
    );
    if (managed) {
      await silence(options);
    }
    await start(PROMETHEUS, options.prometheusPort, () =>
      startPrometheus(options),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { missing, stop };
}

async function createFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'airworthy-monitoring-'));
}

// JSON is YAML.
async function writeConfig(file: string, content: unknown): Promise<void> {
  await writeFile(file, JSON.stringify(content));
}

async function startAlertmanager(
  options: StartMonitoringOptions,
): Promise<SupervisedProgram> {
  const { model, upstreamUrl, alertmanagerPort } = options;
  const folder = await createFolder();
  const config = join(folder, 'alertmanager.yml');
  await writeConfig(
    config,
    model.alertmanagerConfig({
      eventsUrl: `${upstreamUrl}/monitoring/events`,
      ticketsUrl: `${upstreamUrl}/monitoring/tickets`,
    }),
  );
  const host = `127.0.0.1:${alertmanagerPort}`;
  return SupervisedProgram.start({
    command: ALERTMANAGER,
    args: [
      `--config.file=${config}`,
      `--storage.path=${join(folder, 'data')}`,
      `--web.listen-address=${host}`,
      // No peers to find.
      '--cluster.listen-address=',
    ],
    folder,
    readyUrl: `http://${host}/-/ready`,
  });
}

async function silence(options: StartMonitoringOptions): Promise<void> {
  const { model, alertmanagerPort } = options;
  for (const body of model.silences()) {
    const response = await fetch(
      `http://127.0.0.1:${alertmanagerPort}/api/v2/silences`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
    );
    if (!response.ok) {
      throw new Error(
        `Alertmanager takes no silence: ${await response.text()}`,
      );
    }
  }
}

async function startPrometheus(
  options: StartMonitoringOptions,
): Promise<SupervisedProgram> {
  const { model, upstreamUrl, rulesFolder, prometheusPort } = options;
  const folder = await createFolder();
  const groups: RuleGroup[] = [
    ...model.ruleGroups(),
    ...(rulesFolder === undefined ? [] : await findRuleGroups(rulesFolder)),
  ];
  // A file each: names of groups are unique in a file only.
  const files = await Promise.all(
    groups.map(async (group, index) => {
      const file = join(folder, `rules-${index}.yml`);
      await writeConfig(file, { groups: [group] });
      return file;
    }),
  );
  const config = join(folder, 'prometheus.yml');
  await writeConfig(config, {
    global: {
      scrape_interval: '5s',
      scrape_timeout: '5s',
      evaluation_interval: '5s',
    },
    rule_files: files,
    alerting: {
      alertmanagers: [
        {
          static_configs: [
            { targets: [`127.0.0.1:${options.alertmanagerPort}`] },
          ],
        },
      ],
    },
    scrape_configs: [
      {
        job_name: 'services',
        http_sd_configs: [
          {
            url: `${upstreamUrl}/monitoring/targets`,
            refresh_interval: '15s',
          },
        ],
      },
    ],
  });
  const host = `127.0.0.1:${prometheusPort}`;
  return SupervisedProgram.start({
    command: PROMETHEUS,
    args: [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      '--storage.tsdb.retention.time=1d',
      `--web.listen-address=${host}`,
      '--rules.alert.resend-delay=5s',
    ],
    folder,
    readyUrl: `http://${host}/-/ready`,
  });
}
