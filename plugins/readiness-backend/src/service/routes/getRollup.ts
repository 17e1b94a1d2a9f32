import type { RequestHandler } from 'express';
import type { FleetRollup } from '../../fleet/FleetRollup';
import { answer } from '../answer';
import type { RouteContext } from '../RouteContext';

/** Services, levels and statuses by group. */
export function getRollup(
  context: RouteContext & { rollup: FleetRollup },
): RequestHandler {
  const { httpAuth, fleets, rollup } = context;
  return answer<'getRollup'>(httpAuth, async ({ credentials, query }) =>
    rollup.rollUp(await fleets.resolve(credentials, query), query.by),
  );
}
