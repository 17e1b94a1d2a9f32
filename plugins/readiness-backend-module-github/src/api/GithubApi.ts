import {
  type CollectContext,
  type UpstreamCall,
  UpstreamClient,
  type UpstreamClientOptions,
  UpstreamError,
  type UpstreamFailure,
} from '@airworthy/plugin-readiness-node';
import type { GithubCredentialsProvider } from '@backstage/integration';
import { isError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { z, ZodType } from 'zod';
import type { AccountConfig, AlertKind } from '../config';
import { PageReader } from './PageReader';
import {
  DEPLOYMENTS_AT_A_TIME,
  DEPLOYMENTS_QUERY,
  DETAILS_QUERY,
  STATES_QUERY,
} from './queries';
import {
  alertsAnswer,
  type DeploymentPage,
  deploymentsAnswer,
  detailsAnswer,
  failedAnswer,
  repositoriesAnswer,
  type RepositoryDetails,
  type RepositoryState,
  statesAnswer,
} from './schemas';

const PAGE_SIZE = 100;
const HEADERS = { 'x-github-api-version': '2022-11-28' };

/** A repository as the list of its organization has it. */
export type ListedRepository = {
  id: string;
  /** `owner/name` */
  slug: string;
  archived: boolean;
  /** Absent where the token may not see the settings. */
  secretScanning?: boolean;
};

/** Where the run is and what it keeps. */
type Run = Pick<CollectContext, 'checkpoint' | 'now'>;

const ALERT_LISTS: Record<
  AlertKind,
  { path: string; query: Record<string, string | boolean> }
> = {
  // Without hide_secret the secrets themselves would be in the answer.
  secretScanning: {
    path: 'secret-scanning/alerts',
    query: { state: 'open', hide_secret: true },
  },
  dependabot: {
    path: 'dependabot/alerts',
    query: { state: 'open', severity: 'critical' },
  },
  codeScanning: { path: 'code-scanning/alerts', query: { state: 'open' } },
};

/** The APIs of GitHub, REST and GraphQL, for one organization. */
export class GithubApi {
  readonly #account: AccountConfig;
  readonly #client: UpstreamClient;
  readonly #pages: PageReader;

  static create(
    account: AccountConfig,
    options: { credentials: GithubCredentialsProvider } & Pick<
      UpstreamClientOptions,
      'logger' | 'retry' | 'breaker'
    >,
  ): GithubApi {
    const { credentials, ...clientOptions } = options;
    return new GithubApi(
      account,
      UpstreamClient.create({
        name: `GitHub ${account.name}`,
        baseUrl: account.apiBaseUrl,
        credentials: () => credentialsOf(account, credentials),
        secrets: account.secrets,
        timeout: account.timeout,
        ...clientOptions,
      }),
    );
  }

  private constructor(account: AccountConfig, client: UpstreamClient) {
    this.#account = account;
    this.#client = client;
    this.#pages = new PageReader({ client, headers: HEADERS, readError });
  }

  /**
   * All repositories of the organization, oldest first, so that a new one does
   * not move the pages before it.
   *
   * @throws UpstreamError
   */
  async repositories(
    run: Run,
    call: UpstreamCall,
  ): Promise<ListedRepository[]> {
    return this.#pages.read(
      {
        key: 'repositories',
        path: `orgs/${this.#account.organization}/repos`,
        query: {
          type: 'all',
          sort: 'created',
          direction: 'asc',
          per_page: PAGE_SIZE,
        },
        pageSize: PAGE_SIZE,
        schema: repositoriesAnswer,
        keep: readRepository,
        maxAge: this.#account.settingsEvery,
      },
      run,
      call,
    );
  }

  /**
   * The repositories of all open alerts of a kind, once for each alert; of
   * Dependabot the critical ones.
   *
   * @throws UpstreamError
   */
  async openAlerts(
    kind: AlertKind,
    run: Run,
    call: UpstreamCall,
  ): Promise<string[]> {
    const { path, query } = ALERT_LISTS[kind];
    return this.#pages.read(
      {
        key: `alerts:${kind}`,
        path: `orgs/${this.#account.organization}/${path}`,
        query: { ...query, per_page: PAGE_SIZE },
        pageSize: PAGE_SIZE,
        schema: alertsAnswer,
        keep: ({ repository }) => repository.full_name,
        maxAge: 0,
      },
      run,
      call,
    );
  }

  /**
   * The state of up to fifty repositories, by id; those that may not be seen
   * are left out.
   *
   * @throws UpstreamError
   */
  async states(
    ids: string[],
    environments: string[],
    call: UpstreamCall,
  ): Promise<Map<string, RepositoryState>> {
    const { nodes } = await this.#query(
      STATES_QUERY,
      { ids, environments },
      statesAnswer,
      call,
    );
    return byId(nodes);
  }

  /**
   * CODEOWNERS and the newest deployments of some repositories, by id.
   *
   * @throws UpstreamError
   */
  async details(
    ids: string[],
    environments: string[],
    call: UpstreamCall,
  ): Promise<Map<string, RepositoryDetails>> {
    const { nodes } = await this.#query(
      DETAILS_QUERY,
      { ids, environments, deployments: DEPLOYMENTS_AT_A_TIME },
      detailsAnswer,
      call,
    );
    return byId(nodes);
  }

  /**
   * A further page of the deployments of one repository, newest first.
   *
   * @throws UpstreamError
   */
  async olderDeployments(
    id: string,
    environments: string[],
    after: string,
    call: UpstreamCall,
  ): Promise<DeploymentPage | undefined> {
    const { node } = await this.#query(
      DEPLOYMENTS_QUERY,
      { id, environments, after },
      deploymentsAnswer,
      call,
    );
    return node?.deployments;
  }

  async #query<T>(
    query: string,
    variables: JsonObject,
    schema: ZodType<GraphqlAnswer<T>>,
    call: UpstreamCall,
  ): Promise<T> {
    const { body } = await this.#client.request(
      {
        path: graphqlUrl(this.#account.apiBaseUrl),
        json: { query, variables },
        headers: HEADERS,
        schema,
        readError,
        readFailure: failureOf,
      },
      call,
    );
    if (!body.data) {
      throw new UpstreamError('GraphQL answered no data', {
        reason: 'unexpected',
      });
    }
    return body.data;
  }
}

interface GraphqlAnswer<T> {
  data?: T | null;
  errors?: Array<{ type?: string; message: string }>;
}

/** `https://api.github.com/graphql`, or beside `/api/v3` of an own server. */
function graphqlUrl(apiBaseUrl: string): string {
  return apiBaseUrl.endsWith('/api/v3')
    ? apiBaseUrl.replace(/\/v3$/, '/graphql')
    : `${apiBaseUrl}/graphql`;
}

/** Problems beside data concern single nodes, which are null then. */
function failureOf<T>({
  data,
  errors = [],
}: GraphqlAnswer<T>): { message: string; reason: UpstreamFailure } | undefined {
  const limited = errors.find(({ type }) => type === 'RATE_LIMITED');
  if (limited) {
    return { message: limited.message, reason: 'rate-limited' };
  }
  if (data) {
    return undefined;
  }
  const message = errors.map(error => error.message).join('; ') || 'no data';
  return {
    message,
    // Said where a query takes GitHub too long.
    reason: /something went wrong|timed? ?out/i.test(message)
      ? 'unavailable'
      : 'refused',
  };
}

function readError(
  body: unknown,
): { message: string; reason?: UpstreamFailure } | undefined {
  const failed = failedAnswer.safeParse(body);
  if (!failed.success) {
    return undefined;
  }
  const { message } = failed.data;
  // Both come with status 403, which else means that a token is too weak.
  return /rate limit/i.test(message)
    ? { message, reason: 'rate-limited' }
    : { message };
}

function readRepository(
  entry: z.infer<typeof repositoriesAnswer>[number],
): ListedRepository {
  const status = entry.security_and_analysis?.secret_scanning?.status;
  return {
    id: entry.node_id,
    slug: entry.full_name,
    archived: entry.archived ?? false,
    ...(status === undefined ? {} : { secretScanning: status === 'enabled' }),
  };
}

function byId<T extends { id: string }>(
  nodes: ReadonlyArray<T | null>,
): Map<string, T> {
  return new Map(nodes.flatMap(node => (node ? [[node.id, node]] : [])));
}

async function credentialsOf(
  { host, organization }: AccountConfig,
  provider: GithubCredentialsProvider,
): Promise<Record<string, string>> {
  try {
    const { headers } = await provider.getCredentials({
      url: `https://${host}/${organization}`,
    });
    return headers ?? {};
  } catch (error) {
    // An app that is not installed there, or whose key is refused.
    throw new UpstreamError(
      `no credentials for ${organization}: ${
        isError(error) ? error.message : 'failed'
      }`,
      { reason: 'denied' },
    );
  }
}
