import { evaluatedPortal } from '../portal/evaluatedPortal';
import { percentile } from '../report/percentile';
import { measureRequests, roundMs } from './measureRequests';
import type { Benchmark } from './types';

const PAGE = '/api/readiness/scorecards?limit=100';
const FLEET = '/api/readiness/scorecards?limit=50000';
const REQUESTS = 200;

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
    const unrestricted = await measureRequests(
      portal,
      PAGE,
      'unrestricted',
      REQUESTS,
    );
    const conditional = await measureRequests(
      portal,
      PAGE,
      'conditional',
      REQUESTS,
    );
    const fleet = await measureRequests(portal, FLEET, 'unrestricted', 10);
    await portal.stop();
    const worse = (share: number) =>
      Math.max(percentile(unrestricted, share), percentile(conditional, share));
    return {
      p50Ms: roundMs(worse(0.5)),
      p95Ms: roundMs(worse(0.95)),
      unrestrictedP95Ms: roundMs(percentile(unrestricted, 0.95)),
      conditionalP95Ms: roundMs(percentile(conditional, 0.95)),
      wholeFleetP50Ms: roundMs(percentile(fleet, 0.5)),
    };
  },
};
