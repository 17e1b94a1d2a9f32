import {
  type CompanySeed,
  CallLog,
  Company,
  createGithubHandlers,
  FaultSwitch,
} from '@airworthy/upstreams';
import {
  TestCollectContext,
  testEntity,
} from '@airworthy/plugin-readiness-node/testUtils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { HttpHandler } from 'msw';
import { GithubSource } from '../collect/GithubSource';
import { ENVIRONMENTS_ANNOTATION } from '../collect/linkRepository';
import { type AccountConfig, readAccounts } from '../config';

const BASE_URL = 'http://github.test';

/** A seed of one organization, with nothing in it but what is given. */
export function seedOf(seed: Partial<CompanySeed>): CompanySeed {
  return {
    organisation: 'acme',
    services: [],
    teams: [],
    people: [],
    clusters: [],
    deployments: [],
    incidents: [],
    monitoring: {
      gauges: [],
      objectives: [],
      rules: [],
      routes: [],
      silences: [],
    },
    ...seed,
  };
}

/** The source, the stand-in that it asks, and the context that it runs in. */
export class GithubHarness {
  readonly faults = new FaultSwitch();
  readonly calls = new CallLog();
  readonly handlers: HttpHandler[];
  readonly context: TestCollectContext;
  readonly account: AccountConfig;
  readonly source: GithubSource;

  constructor(readonly company: Company, options: { token?: string } = {}) {
    const token = options.token ?? company.tokens.github;
    this.handlers = createGithubHandlers(company, {
      baseUrl: BASE_URL,
      faults: this.faults,
      calls: this.calls,
      slowBy: 2000,
      retryAfter: 1,
    });
    this.context = new TestCollectContext(
      company.services.map(service => {
        const environments = company.github.environmentsOf(service);
        const entity = testEntity(service.name, {
          ...(service.repository
            ? { 'github.com/project-slug': service.repository.slug }
            : {}),
          ...(service.repository?.path
            ? { 'airworthy.dev/source-path': service.repository.path }
            : {}),
          ...(environments.length > 0
            ? { [ENVIRONMENTS_ANNOTATION]: environments.join(',') }
            : {}),
        });
        return { ...entity, type: 'service' };
      }),
      { now: company.now().getTime() },
    );
    const config = new ConfigReader({
      integrations: {
        github: [
          { host: 'github.com', apiBaseUrl: `${BASE_URL}/api/v3`, token },
        ],
      },
      readiness: {
        github: {
          accounts: [
            {
              name: 'main',
              organization: company.organisation,
              timeout: { milliseconds: 500 },
            },
          ],
        },
      },
    });
    [this.account] = readAccounts(config, ScmIntegrations.fromConfig(config));
    this.source = this.createSource();
  }

  /** A source as a new process would have it: it remembers nothing itself. */
  createSource(): GithubSource {
    return GithubSource.create(this.account, {
      credentials: {
        getCredentials: async () => ({
          type: 'token',
          headers: {
            Authorization: `Bearer ${this.account.secrets[0]}`,
          },
        }),
      },
      logger: this.context.logger,
      retry: { retries: 1, initialDelay: 1, maxDelay: 1 },
      breaker: { failures: 1000 },
    });
  }
}
