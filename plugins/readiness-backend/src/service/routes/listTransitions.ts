import type { RequestHandler } from 'express';
import type { FleetTransitions } from '../../fleet/FleetTransitions';
import { answer } from '../answer';
import { readTime } from '../readTime';
import type { RouteContext } from '../RouteContext';

const DEFAULT_WINDOW_MS = 7 * 24 * 60 * 60 * 1000;
const DEFAULT_LIMIT = 100;

/** What changed in the fleet, the newest first. */
export function listTransitions(
  context: RouteContext & {
    transitions: FleetTransitions;
    now: () => number;
  },
): RequestHandler {
  const { httpAuth, fleets, transitions, now } = context;
  return answer<'listTransitions'>(httpAuth, async ({ credentials, query }) =>
    transitions.list(await fleets.resolve(credentials, query), {
      since: readTime('since', query.since) ?? now() - DEFAULT_WINDOW_MS,
      direction: query.direction,
      limit: query.limit ?? DEFAULT_LIMIT,
    }),
  );
}
