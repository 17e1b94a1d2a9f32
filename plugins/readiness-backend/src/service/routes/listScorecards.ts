import type { RequestHandler } from 'express';
import type { ScorecardList } from '../../fleet/ScorecardList';
import type { SORT_ORDERS } from '../../fleet/sortOrders';
import { answer } from '../answer';
import type { RouteContext } from '../RouteContext';

const DEFAULT_LIMIT = 100;

/** A page of the matrix. */
export function listScorecards(
  context: RouteContext & { list: ScorecardList },
): RequestHandler {
  const { httpAuth, fleets, list, checklist, version } = context;
  return answer<'listScorecards'>(httpAuth, async ({ credentials, query }) => {
    const { sort = 'name', limit = DEFAULT_LIMIT, after } = query;
    const descending = sort.startsWith('-');
    const page = await list.page(await fleets.resolve(credentials, query), {
      // The document allows no other word.
      sort: sort.replace('-', '') as keyof typeof SORT_ORDERS,
      descending,
      limit,
      after,
    });
    return { ...page, checklist: { id: checklist.id, version } };
  });
}
