import type { RequestHandler } from 'express';
import type { DeploymentsReader } from '../../live';
import { answer } from '../answer';
import type { EntityGuard } from '../EntityGuard';
import type { RouteContext } from '../RouteContext';

const DEFAULT_LIMIT = 20;

/** The last deployments of one entity, and its delivery metrics. */
export function listDeployments(
  context: RouteContext & {
    deployments: DeploymentsReader;
    guard: EntityGuard;
  },
): RequestHandler {
  const { httpAuth, deployments, guard } = context;
  return answer<'listDeployments'>(
    httpAuth,
    async ({ credentials, path, query }) => {
      const { fleet, stored, entityRef } = await guard.find(
        credentials,
        path,
        query,
      );
      return deployments.read(
        { id: stored.entityId, ref: entityRef },
        {
          environment: fleet.environment,
          limit: query.limit ?? DEFAULT_LIMIT,
        },
      );
    },
  );
}
