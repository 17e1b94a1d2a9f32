import { evaluatedPortal } from '../portal/evaluatedPortal';
import type { Reader } from '../portal/Portal';
import { percentile } from '../report/percentile';
import { measureRequests, roundMs } from './measureRequests';
import type { Benchmark } from './types';

const REQUESTS = 100;

const READERS: readonly Reader[] = ['unrestricted', 'conditional'];

/** The ranked list of the ownership audit. */
export const audit = pageBenchmark(
  'audit',
  'the first page of the ownership audit',
  '/api/readiness/ownership?limit=50',
);

/** The rollup that the overview page shows. */
export const rollup = pageBenchmark(
  'rollup',
  'the rollup by owner',
  '/api/readiness/rollups?by=owner',
);

/** The trend that the overview page draws. */
export const trend = pageBenchmark(
  'trend',
  'the trend of the fleet',
  '/api/readiness/trends',
);

/** One read over HTTP, for both kinds of reader: the slower one counts. */
function pageBenchmark(name: string, what: string, path: string): Benchmark {
  return {
    name,
    goal: `${what} within 100 ms at the 95th percentile, for a conditional reader too`,
    async run(options) {
      const filled = await evaluatedPortal(options);
      await filled.stop();
      // The catalog is read every few minutes, not while requests are measured.
      const portal = await evaluatedPortal(options, { quiet: { hours: 1 } });
      options.progress(`asking for ${what} ${REQUESTS} times each`);
      const figures: Record<string, number> = {};
      for (const reader of READERS) {
        const durations = await measureRequests(portal, path, reader, REQUESTS);
        figures[`${reader}P50Ms`] = roundMs(percentile(durations, 0.5));
        figures[`${reader}P95Ms`] = roundMs(percentile(durations, 0.95));
      }
      await portal.stop();
      return {
        p95Ms: Math.max(figures.unrestrictedP95Ms, figures.conditionalP95Ms),
        ...figures,
      };
    },
  };
}
