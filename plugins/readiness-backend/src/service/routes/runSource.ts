import type {
  AuditorService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, toError } from '@backstage/errors';
import type { RequestHandler } from 'express';
import type { SourceRunner } from '../../schedule';
import { answer } from '../answer';
import { mayRunSources } from '../mayRunSources';
import type { RouteContext } from '../RouteContext';

/** Runs a source now, for all entities. */
export function runSource(
  context: RouteContext & {
    auditor: AuditorService;
    permissions: PermissionsService;
    runner: SourceRunner;
  },
): RequestHandler {
  const { auditor, httpAuth, permissions, runner } = context;
  return answer<'runSource'>(
    httpAuth,
    async ({ credentials, path: { id }, request }) => {
      const event = await auditor.createEvent({
        eventId: 'source-run',
        severityLevel: 'low',
        request,
        meta: { source: id },
      });
      try {
        if (!(await mayRunSources(permissions, credentials))) {
          throw new NotAllowedError('You may not run sources');
        }
        const started = await runner.run(id);
        await event.success({ meta: { started } });
        return { source: id, started };
      } catch (error) {
        await event.fail({ error: toError(error) });
        throw error;
      }
    },
    202,
  );
}
