import type { RequestHandler } from 'express';
import type { ScorecardReader } from '../../fleet/ScorecardReader';
import { answer } from '../answer';
import type { EntityGuard } from '../EntityGuard';
import type { RouteContext } from '../RouteContext';

const DEFAULT_LIMIT = 100;

/** What changed on one scorecard, the newest first. */
export function listEntityTransitions(
  context: RouteContext & { reader: ScorecardReader; guard: EntityGuard },
): RequestHandler {
  const { httpAuth, reader, guard } = context;
  return answer<'listEntityTransitions'>(
    httpAuth,
    async ({ credentials, path, query }) => {
      const { fleet, stored } = await guard.find(credentials, path, query);
      const { check, limit = DEFAULT_LIMIT } = query;
      return {
        items: await reader.transitions(fleet, stored.entityId, {
          check,
          limit,
        }),
      };
    },
  );
}
