import type { RequestHandler } from 'express';
import { drawBadge } from '../../badge/drawBadge';
import { levelTitle } from '../../checklist/levelTitle';
import type { EntityGuard } from '../EntityGuard';
import type { ScorecardList } from '../../fleet/ScorecardList';
import { readRequest } from '../answer';
import type { RouteContext } from '../RouteContext';

/** The level of one entity as a picture, for READMEs and pages. */
export function getBadge(
  context: RouteContext & { guard: EntityGuard; list: ScorecardList },
): RequestHandler {
  const { httpAuth, guard, list, checklist } = context;
  return async (request, response) => {
    // Browsers fetch pictures without a token, with the portal's cookie alone.
    const { credentials, path } = await readRequest<'getBadge'>(
      request,
      httpAuth,
      { allowLimitedAccess: true },
    );
    const { fleet, entityRef } = await guard.find(credentials, path, {});
    const { items } = await list.page(
      { ...fleet, filters: { entityRef } },
      { sort: 'name', descending: false, limit: 1 },
    );
    const level = items.at(0)?.level;
    response
      .setHeader('content-type', 'image/svg+xml; charset=utf-8')
      .setHeader('cache-control', 'private, max-age=60')
      .send(
        drawBadge({
          label: 'readiness',
          value: levelTitle(checklist, level).toLocaleLowerCase('en-US'),
          rank: checklist.levels.findIndex(({ id }) => id === level) + 1,
          ranks: checklist.levels.length,
        }),
      );
  };
}
