import {
  http,
  HttpResponse,
  type JsonBodyType,
  type RequestHandler,
} from 'msw';
import type { Company } from '../model';
import { PagerDutyBodies, incidentStatus } from './bodies';

const OFFSET_LIMIT = 10_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LIMIT = 960;

/** The lists of PagerDuty's REST API that pages go through. */
export function createListHandlers(
  company: Company,
  apiUrl: string,
): RequestHandler[] {
  const { pagerduty } = company;
  const bodies = new PagerDutyBodies(company, apiUrl);
  let minute = 0;
  let used = 0;

  function limits(): Record<string, string> {
    const now = company.now().getTime();
    if (Math.floor(now / MINUTE) !== minute) {
      minute = Math.floor(now / MINUTE);
      used = 0;
    }
    used = Math.min(used + 1, LIMIT - 1);
    return {
      'ratelimit-limit': String(LIMIT),
      'ratelimit-remaining': String(LIMIT - used),
      'ratelimit-reset': String(Math.ceil((MINUTE - (now % MINUTE)) / 1000)),
    };
  }

  /** A page of a list; only the items of the page are made. */
  function list<T>(
    name: string,
    find: (query: URLSearchParams) => T[],
    bodyOf: (item: T, include: ReadonlySet<string>) => JsonBodyType,
  ): RequestHandler {
    return http.get(`${apiUrl}/${name}`, ({ request }) => {
      const query = new URL(request.url).searchParams;
      const offset = Number(query.get('offset') ?? 0);
      const limit = Number(query.get('limit') ?? 25);
      if (limit < 1 || limit > 100 || offset + limit > OFFSET_LIMIT) {
        return HttpResponse.json(
          {
            error: {
              message: 'Invalid Input Provided',
              code: 2001,
              errors: [
                'Offset must be greater than or equal to 0 and the sum of offset and limit must not exceed 10000.',
              ],
            },
          },
          { status: 400, headers: limits() },
        );
      }
      const include = new Set(query.getAll('include[]'));
      const items = find(query);
      return HttpResponse.json(
        {
          [name]: items
            .slice(offset, offset + limit)
            .map(item => bodyOf(item, include)),
          limit,
          offset,
          total: null,
          more: offset + limit < items.length,
        },
        { headers: limits() },
      );
    });
  }

  return [
    list(
      'services',
      query => {
        const teams = new Set(query.getAll('team_ids[]'));
        return pagerduty.serviceIds.filter(id => {
          const team = teams.size > 0 && pagerduty.service(id)?.team;
          return !team || teams.has(pagerduty.teamIdOf(team));
        });
      },
      (id, include) => bodies.service(id, include),
    ),
    list(
      'teams',
      () => [...company.teams],
      ({ name }) => bodies.team(name),
    ),
    list(
      'escalation_policies',
      () => pagerduty.policies,
      policy => bodies.policy(policy),
    ),
    list(
      'oncalls',
      query => {
        const ids = new Set(query.getAll('escalation_policy_ids[]'));
        const include = new Set(query.getAll('include[]'));
        return pagerduty.policies
          .filter(({ id }) => ids.size === 0 || ids.has(id))
          .flatMap(policy => bodies.onCalls(policy, include));
      },
      onCall => onCall,
    ),
    list(
      'incidents',
      query => {
        const statuses = new Set(query.getAll('statuses[]'));
        const { since, until } = spanOf(query, company.now());
        return pagerduty.incidents.filter(({ incident }) => {
          const at = Date.parse(incident.startedAt);
          return (
            at >= since &&
            at < until &&
            (statuses.size === 0 || statuses.has(incidentStatus(incident)))
          );
        });
      },
      ({ incident, service }) => bodies.incident(incident, service),
    ),
  ];
}

/** The last thirty days, unless told; milliseconds since the epoch. */
function spanOf(
  query: URLSearchParams,
  now: Date,
): { since: number; until: number } {
  if (query.get('date_range') === 'all') {
    return { since: -Infinity, until: Infinity };
  }
  const since = query.get('since');
  const until = query.get('until');
  const end = until ? Date.parse(until) : now.getTime();
  return { since: since ? Date.parse(since) : end - 30 * DAY, until: end };
}
