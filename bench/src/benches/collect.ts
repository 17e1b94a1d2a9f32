import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import {
  Company,
  createCatalogEntities,
  type RunningUpstreams,
  startUpstreams,
} from '@airworthy/upstreams';
import type { Entity } from '@backstage/catalog-model';
import { CollectPortal } from '../collect/CollectPortal';
import type { Benchmark, Figures } from './types';

/** Deployments between two runs, for one thousand services. */
const DEPLOYED_PER_MILLE = 5;

/** What one run of a source cost. */
interface RunCost {
  calls: number;
  seconds: number;
  /** Rows of evidence. */
  written: number;
}

/**
 * Collects from all stand-ins for the whole fleet: at first, again with nothing
 * changed, again after deployments, and again after an interruption.
 */
export const collect: Benchmark = {
  name: 'collect',
  goal: 'at most one upstream call for 50 services, nothing written when nothing changed',
  async run({ services, directory, progress }) {
    progress(`making a company of ${services} services`);
    const company = Company.generate({ services });
    const entities = createCatalogEntities(company);
    const upstreams = await startUpstreams({ company, port: 0 });
    const options = { upstreams, entities, progress };
    try {
      const folder = () => mkdtempSync(join(directory, 'collect-'));
      const whole = await measure({ ...options, directory: folder() });
      const interrupted = await interrupt(
        { ...options, directory: folder() },
        whole,
      );
      return { services, ...whole, ...interrupted };
    } finally {
      await upstreams.stop();
    }
  },
};

interface MeasureOptions {
  upstreams: RunningUpstreams;
  entities: Entity[];
  directory: string;
  progress(message: string): void;
}

async function measure(options: MeasureOptions): Promise<Figures> {
  const { upstreams, progress } = options;
  const { company } = upstreams;
  const portal = await CollectPortal.start(options);
  const figures: Figures = {};
  try {
    progress('collecting for the first time');
    const first = await runAll(portal, upstreams);
    progress('collecting with nothing changed');
    const again = await runAll(portal, upstreams);
    progress('collecting after deployments');
    const deployed = deploySome(company);
    const changed = await runAll(portal, upstreams);

    figures.upstreamCalls = sum(again, cost => cost.calls);
    figures.seconds = round(sum(again, cost => cost.seconds));
    figures.factsWrittenWhenUnchanged = sum(again, cost => cost.written);
    figures.firstUpstreamCalls = sum(first, cost => cost.calls);
    figures.firstSeconds = round(sum(first, cost => cost.seconds));
    figures.firstFactsWritten = sum(first, cost => cost.written);
    figures.deployed = deployed;
    figures.upstreamCallsWhenDeployed = sum(changed, cost => cost.calls);
    figures.factsWrittenWhenDeployed = sum(changed, cost => cost.written);
    for (const [source, { calls, seconds }] of again) {
      figures[`calls ${source}`] = calls;
      figures[`seconds ${source}`] = round(seconds);
      figures[`first calls ${source}`] = first.get(source)?.calls ?? 0;
      figures[`calls when deployed ${source}`] =
        changed.get(source)?.calls ?? 0;
    }
  } finally {
    await portal.stop();
  }
  return figures;
}

/** Stops each source half-way, and counts what it asks to come to its end. */
async function interrupt(
  options: MeasureOptions,
  whole: Figures,
): Promise<Figures> {
  const { upstreams, progress } = options;
  const portal = await CollectPortal.start(options);
  const figures: Figures = {};
  try {
    for (const source of portal.sources) {
      const calls = whole[`first calls ${source}`] ?? 0;
      // What asks once has no half.
      if (calls >= 10) {
        progress(`interrupting ${source} half-way`);
        const abort = new AbortController();
        upstreams.calls.clear();
        const stopListening = upstreams.calls.listen(() => {
          if (upstreams.calls.count() >= calls / 2) {
            abort.abort();
          }
        });
        await portal.run(source, abort.signal).then(
          () => progress(`${source} came to its end all the same`),
          () => undefined,
        );
        stopListening();
        upstreams.calls.clear();
        await portal.run(source);
        figures[`calls after an interruption ${source}`] =
          upstreams.calls.count();
      }
    }
  } finally {
    await portal.stop();
  }
  return figures;
}

async function runAll(
  portal: CollectPortal,
  upstreams: RunningUpstreams,
): Promise<Map<string, RunCost>> {
  const costs = new Map<string, RunCost>();
  for (const source of portal.sources) {
    upstreams.calls.clear();
    const startedAt = performance.now();
    await portal.run(source);
    costs.set(source, {
      calls: upstreams.calls.count(),
      seconds: (performance.now() - startedAt) / 1000,
      written: await portal.writes.take(),
    });
  }
  return costs;
}

function deploySome(company: Company): number {
  const every = Math.ceil(2000 / DEPLOYED_PER_MILLE);
  // Neighbours are deployed by different systems.
  const chosen = company.services.filter((_, index) => index % every < 2);
  for (const { name } of chosen) {
    const last = company.deploymentsOf(name).at(-1);
    if (last) {
      const now = company.now().getTime();
      company.deploy({
        ...last,
        version: `${last.version}.1`,
        commit: {
          ...last.commit,
          sha: createHash('sha1').update(`${name} again`).digest('hex'),
        },
        startedAt: new Date(now - 120_000).toISOString(),
        finishedAt: new Date(now - 60_000).toISOString(),
        result: 'succeeded',
      });
    }
  }
  return chosen.length;
}

function sum(
  costs: ReadonlyMap<string, RunCost>,
  read: (cost: RunCost) => number,
): number {
  return [...costs.values()].reduce((total, cost) => total + read(cost), 0);
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
