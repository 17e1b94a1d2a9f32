import { evaluatedPortal } from '../portal/evaluatedPortal';
import type { Portal, Reader } from '../portal/Portal';
import { percentile } from '../report/percentile';
import type { Benchmark } from './types';

const PAGE = '/api/readiness/scorecards?limit=100';
const FLEET = '/api/readiness/scorecards?limit=50000';
const REQUESTS = 200;
const WARM_UP = 20;

/** The first page of the matrix over HTTP, for both kinds of reader. */
export const matrix: Benchmark = {
  name: 'matrix',
  goal: 'the first page of 100 within 50 ms at the 95th percentile, for a conditional reader too',
  async run(options) {
    const filled = await evaluatedPortal(options);
    await filled.stop();
    // The catalog is read every few minutes, not while every request is measured.
    const portal = await evaluatedPortal(options, { quiet: { hours: 1 } });
    options.progress(`asking for the first page ${REQUESTS} times each`);
    const unrestricted = await measure(portal, PAGE, 'unrestricted', REQUESTS);
    const conditional = await measure(portal, PAGE, 'conditional', REQUESTS);
    const fleet = await measure(portal, FLEET, 'unrestricted', 10);
    await portal.stop();
    const worse = (share: number) =>
      Math.max(percentile(unrestricted, share), percentile(conditional, share));
    return {
      p50Ms: round(worse(0.5)),
      p95Ms: round(worse(0.95)),
      unrestrictedP95Ms: round(percentile(unrestricted, 0.95)),
      conditionalP95Ms: round(percentile(conditional, 0.95)),
      wholeFleetP50Ms: round(percentile(fleet, 0.5)),
    };
  },
};

async function measure(
  portal: Portal,
  path: string,
  reader: Reader,
  requests: number,
): Promise<number[]> {
  for (let request = 0; request < Math.min(WARM_UP, requests); request += 1) {
    await portal.get(path, reader);
  }
  const durations: number[] = [];
  for (let request = 0; request < requests; request += 1) {
    const startedAt = performance.now();
    await portal.get(path, reader);
    durations.push(performance.now() - startedAt);
  }
  return durations;
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
