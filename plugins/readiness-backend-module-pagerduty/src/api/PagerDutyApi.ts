import {
  type UpstreamCall,
  UpstreamClient,
  type UpstreamClientOptions,
} from '@airworthy/plugin-readiness-node';
import type { z, ZodType } from 'zod';
import type { AccountConfig } from '../config';
import {
  failedAnswer,
  type IncidentAnswer,
  incidentsAnswer,
  type OnCallAnswer,
  onCallsAnswer,
  type ServiceAnswer,
  servicesAnswer,
  teamsAnswer,
} from './schemas';

/** Items of one page; PagerDuty gives no more. */
export const PAGE_SIZE = 100;

/** PagerDuty refuses pages beyond it. */
export const OFFSET_LIMIT = 10_000;

/** Policies or teams that one question names: more would make its URL too long. */
const IDS_AT_A_TIME = 50;

const HEADERS = { accept: 'application/vnd.pagerduty+json;version=2' };

/** Where a list goes on; undefined at its end, `limit` where it may not. */
export type NextPage = number | 'limit' | undefined;

/** The REST API of PagerDuty, version 2, of one account. */
export class PagerDutyApi {
  readonly #client: UpstreamClient;

  static create(
    account: AccountConfig,
    options: Pick<UpstreamClientOptions, 'logger' | 'retry' | 'breaker'> = {},
  ): PagerDutyApi {
    return new PagerDutyApi(
      UpstreamClient.create({
        name: `PagerDuty ${account.name}`,
        baseUrl: account.url,
        credentials: () => ({
          authorization: `Token token=${account.token}`,
        }),
        secrets: [account.token],
        timeout: account.timeout,
        ...options,
      }),
    );
  }

  private constructor(client: UpstreamClient) {
    this.#client = client;
  }

  /**
   * One page of the services, each with its integrations, escalation policy and
   * teams; of these teams, or of all.
   *
   * @throws UpstreamError
   */
  async services(
    from: { offset: number; teams?: readonly string[] },
    call: UpstreamCall,
  ): Promise<{ services: ServiceAnswer[]; next: NextPage }> {
    const { offset, teams = [] } = from;
    const { services, more } = await this.#get(
      'services',
      [
        ['include[]', 'integrations'],
        ['include[]', 'escalation_policies'],
        ['include[]', 'teams'],
        ['sort_by', 'name:asc'],
        ...teams.map((id): [string, string] => ['team_ids[]', id]),
      ],
      { offset, schema: servicesAnswer },
      call,
    );
    return { services, next: nextOf(offset, more) };
  }

  /**
   * The ids of all teams, in groups that one question can name.
   *
   * @throws UpstreamError
   */
  async teamGroups(call: UpstreamCall): Promise<string[][]> {
    const ids: string[] = [];
    let next: NextPage = 0;
    while (typeof next === 'number') {
      const offset: number = next;
      const { teams, more } = await this.#get(
        'teams',
        [],
        { offset, schema: teamsAnswer },
        call,
      );
      ids.push(...teams.map(({ id }) => id));
      next = nextOf(offset, more);
    }
    return inGroups(ids);
  }

  /**
   * Who is on call now for these escalation policies, on each of their levels.
   *
   * @throws UpstreamError
   */
  async onCalls(
    policies: readonly string[],
    call: UpstreamCall,
  ): Promise<OnCallAnswer[]> {
    const found: OnCallAnswer[] = [];
    for (const group of inGroups(policies)) {
      let next: NextPage = 0;
      while (typeof next === 'number') {
        const offset: number = next;
        const { oncalls, more } = await this.#get(
          'oncalls',
          [
            ['include[]', 'users'],
            ...group.map((id): [string, string] => [
              'escalation_policy_ids[]',
              id,
            ]),
          ],
          { offset, schema: onCallsAnswer },
          call,
        );
        found.push(...oncalls);
        next = nextOf(offset, more);
      }
    }
    return found;
  }

  /**
   * The incidents that began in a span of time, oldest first. Where they are
   * more than PagerDuty pages through, it goes on from the last one it gave.
   *
   * @param since - ISO 8601, inclusive
   * @throws UpstreamError
   */
  async incidents(
    since: string,
    until: string,
    call: UpstreamCall,
  ): Promise<IncidentAnswer[]> {
    const found = new Map<string, IncidentAnswer>();
    let from = since;
    let next: NextPage = 0;
    while (next !== undefined) {
      if (next === 'limit') {
        const last = [...found.values()].at(-1)?.created_at ?? until;
        // All of one moment: there is nothing later to go on from.
        from =
          last > from ? last : new Date(Date.parse(from) + 1000).toISOString();
        next = 0;
      }
      const offset: number = next;
      const { incidents, more } = await this.#get(
        'incidents',
        [
          ['since', from],
          ['until', until],
          ['sort_by', 'created_at:asc'],
          ['time_zone', 'UTC'],
        ],
        { offset, schema: incidentsAnswer },
        call,
      );
      for (const incident of incidents) {
        found.set(incident.id, incident);
      }
      next = nextOf(offset, more);
    }
    return [...found.values()];
  }

  /**
   * All incidents that are not over, whenever they began.
   *
   * @throws UpstreamError
   */
  async openIncidents(call: UpstreamCall): Promise<IncidentAnswer[]> {
    const found: IncidentAnswer[] = [];
    let next: NextPage = 0;
    while (typeof next === 'number') {
      const offset: number = next;
      const { incidents, more } = await this.#get(
        'incidents',
        [
          ['date_range', 'all'],
          ['statuses[]', 'triggered'],
          ['statuses[]', 'acknowledged'],
          ['sort_by', 'created_at:asc'],
          ['time_zone', 'UTC'],
        ],
        { offset, schema: incidentsAnswer },
        call,
      );
      found.push(...incidents);
      next = nextOf(offset, more);
    }
    return found;
  }

  async #get<T extends z.ZodType>(
    path: string,
    query: Array<[string, string]>,
    page: { offset: number; schema: T },
    call: UpstreamCall,
  ): Promise<z.infer<T>> {
    const parameters = new URLSearchParams(query);
    parameters.set('limit', String(PAGE_SIZE));
    parameters.set('offset', String(page.offset));
    const { body } = await this.#client.request(
      {
        path: `${path}?${parameters}`,
        headers: HEADERS,
        schema: page.schema as ZodType<z.infer<T>>,
        readError,
      },
      call,
    );
    return body;
  }
}

function nextOf(offset: number, more: boolean): NextPage {
  if (!more) {
    return undefined;
  }
  return offset + 2 * PAGE_SIZE > OFFSET_LIMIT ? 'limit' : offset + PAGE_SIZE;
}

function inGroups(ids: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (let from = 0; from < ids.length; from += IDS_AT_A_TIME) {
    groups.push(ids.slice(from, from + IDS_AT_A_TIME));
  }
  return groups;
}

function readError(body: unknown): { message: string } | undefined {
  const failed = failedAnswer.safeParse(body);
  if (!failed.success) {
    return undefined;
  }
  const { message, errors = [] } = failed.data.error;
  return { message: [message, ...errors].join(': ') };
}
