import { InputError } from '@backstage/errors';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { RequestHandler } from 'express';
import type { FleetTrend } from '../../fleet/FleetTrend';
import { answer } from '../answer';
import { readTime } from '../readTime';
import type { RouteContext } from '../RouteContext';

const DEFAULT_WINDOW_MS = 30 * 24 * 60 * 60 * 1000;
const DEFAULT_POINTS = 31;

/** Levels and statuses at moments in the past. */
export function getTrend(
  context: RouteContext & { trend: FleetTrend; now: () => number },
): RequestHandler {
  const { httpAuth, fleets, trend, now } = context;
  return answer<'getTrend'>(httpAuth, async ({ credentials, query }) => {
    const to = readTime('to', query.to) ?? now();
    const from = readTime('from', query.from) ?? to - DEFAULT_WINDOW_MS;
    if (from >= to) {
      throw new InputError('`from` must lie before `to`');
    }
    const fleet = await fleets.resolve(credentials, query);
    return trend.trend(
      {
        ...fleet,
        filters: { ...fleet.filters, entityRef: entityRefOf(query.entity) },
      },
      { from, to, points: query.points ?? DEFAULT_POINTS },
    );
  });
}

function entityRefOf(text: string | undefined): string | undefined {
  return text === undefined
    ? undefined
    : stringifyEntityRef(parseEntityRef(text));
}
