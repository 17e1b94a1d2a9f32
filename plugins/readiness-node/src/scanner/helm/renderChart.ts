import { execFile } from 'node:child_process';
import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import { assertError, InputError } from '@backstage/errors';
import type { RepositoryFiles } from '../files/RepositoryFiles';
import type { HelmChart } from './HelmChart';

const run = promisify(execFile);

/** Milliseconds that a chart may take; templates can loop. */
const TIMEOUT = 20_000;

/** Bytes of manifests that a chart may make. */
const MAX_OUTPUT = 16 * 1024 * 1024;

/** Where `helm` is installed; undefined where it is not. */
export async function findHelm(): Promise<string | undefined> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(isAbsolute);
  for (const folder of folders) {
    const path = join(folder, 'helm');
    try {
      await fs.access(path, fs.constants.X_OK);
      return path;
    } catch {
      // Not there: the next folder may have it.
    }
  }
  return undefined;
}

async function writeChart(
  chart: HelmChart,
  files: RepositoryFiles,
  target: string,
): Promise<void> {
  for (const path of chart.files) {
    const text = await files.text(path);
    if (text !== undefined) {
      const copy = join(target, path.slice(chart.folder.length));
      await fs.mkdir(dirname(copy), { recursive: true });
      await fs.writeFile(copy, text);
    }
  }
}

/**
 * Renders a chart as `helm template` does, with its own values and those for
 * production. It sees a copy of the chart, an empty home and no cluster, and
 * fetches nothing: a dependency that is not in the chart fails.
 *
 * @returns the manifests of each release
 * @throws InputError with what helm says
 */
export async function renderChart(
  helm: string,
  chart: HelmChart,
  files: RepositoryFiles,
): Promise<string[]> {
  const home = await fs.mkdtemp(join(tmpdir(), 'readiness-helm-'));
  const target = join(home, 'chart');
  try {
    await fs.mkdir(target);
    await writeChart(chart, files, target);
    const releases =
      chart.productionValues.length > 0
        ? chart.productionValues.map(path => [
            '--values',
            join(target, path.slice(chart.folder.length)),
          ])
        : [[]];
    const rendered: string[] = [];
    for (const values of releases) {
      const { stdout } = await run(
        helm,
        // A release that is called like its chart gives objects its name alone.
        ['template', chart.name.slice(0, 53), target, ...values],
        {
          cwd: home,
          timeout: TIMEOUT,
          killSignal: 'SIGKILL',
          maxBuffer: MAX_OUTPUT,
          env: { PATH: process.env.PATH, HOME: home, KUBECONFIG: '/dev/null' },
        },
      );
      rendered.push(stdout);
    }
    return rendered;
  } catch (error) {
    assertError(error);
    const said =
      'stderr' in error && typeof error.stderr === 'string' && error.stderr
        ? error.stderr
        : error.message;
    throw new InputError(
      said
        .replaceAll(target, chart.folder || '.')
        .trim()
        .split('\n')[0],
    );
  } finally {
    await fs.rm(home, { recursive: true, force: true });
  }
}
