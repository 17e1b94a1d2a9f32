import type { RequestHandler } from 'express';
import type { DraftRunner } from '../../fleet/DraftRunner';
import { answer } from '../answer';
import type { RouteContext } from '../RouteContext';

/** Holds a draft against the fleet that the caller sees. It stores nothing. */
export function tryDraftCheck(
  context: RouteContext & { drafts: DraftRunner },
): RequestHandler {
  const { httpAuth, fleets, drafts } = context;
  return answer<'tryDraftCheck'>(httpAuth, async ({ credentials, body }) => {
    const { id, check, environment } = body;
    const fleet = await fleets.resolve(credentials, { environment });
    return drafts.run(fleet, { id, check });
  });
}
