import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, stringifyError, toError } from '@backstage/errors';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { RequestHandler } from 'express';
import { readinessScorecardRefreshPermission } from '@airworthy/plugin-readiness-common';
import type { Refresher } from '../../collect/Refresher';
import { answer, type AnswerOf, type ApiRequest } from '../answer';
import type { EntityGuard } from '../EntityGuard';
import type { RouteContext } from '../RouteContext';

type RefreshContext = RouteContext & {
  auditor: AuditorService;
  catalog: Pick<CatalogService, 'refreshEntity'>;
  guard: EntityGuard;
  logger: LoggerService;
  refresher: Refresher;
};

/** Asks the sources again about one entity. */
export function refreshScorecard(context: RefreshContext): RequestHandler {
  return answer<'refreshScorecard'>(
    context.httpAuth,
    async request => {
      const entityRef = stringifyEntityRef(request.path);
      const event = await context.auditor.createEvent({
        eventId: 'scorecard-refresh',
        severityLevel: 'low',
        request: request.request,
        meta: { entityRef },
      });
      try {
        const result = await refresh(context, request);
        await event.success({ meta: result });
        return result;
      } catch (error) {
        await event.fail({ error: toError(error) });
        throw error;
      }
    },
    202,
  );
}

async function refresh(
  context: RefreshContext,
  { credentials, path }: ApiRequest<'refreshScorecard'>,
): Promise<AnswerOf<'refreshScorecard'>> {
  const { catalog, guard, logger, refresher } = context;
  const { stored, entityRef } = await guard.find(credentials, path, {});
  if (
    !(await guard.allows(
      credentials,
      entityRef,
      readinessScorecardRefreshPermission,
    ))
  ) {
    throw new NotAllowedError(`You may not refresh ${entityRef}`);
  }
  try {
    await catalog.refreshEntity(entityRef, { credentials });
  } catch (error) {
    // Who may refresh a scorecard need not be allowed to refresh the catalog.
    logger.debug(
      `The catalog did not refresh ${entityRef}: ${stringifyError(error)}`,
    );
  }
  return { sources: refresher.start({ ref: entityRef, id: stored.entityId }) };
}
