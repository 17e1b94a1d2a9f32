import {
  coreServices,
  createServiceFactory,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import readinessPlugin from '@airworthy/plugin-readiness-backend';
import argocdModule from '@airworthy/plugin-readiness-backend-module-argocd';
import githubModule from '@airworthy/plugin-readiness-backend-module-github';
import kubernetesModule from '@airworthy/plugin-readiness-backend-module-kubernetes';
import pagerdutyModule from '@airworthy/plugin-readiness-backend-module-pagerduty';
import {
  Company,
  createCatalogEntities,
  type RunningUpstreams,
  startUpstreams,
  type UpstreamId,
} from '@airworthy/upstreams';
import knexFactory, { type Knex } from 'knex';
import request from 'supertest';

const GIT_HOST = 'github.lumenara.example';

/** The source of each upstream that the tests look at. */
export const sourceOf: Record<UpstreamId, string> = {
  github: 'github:lumenara',
  kubernetes: 'kubernetes:lumenara-eu',
  argocd: 'argocd:lumenara',
  pagerduty: 'pagerduty:lumenara',
};

/**
 * A back end with the real sources over the demo's company, whose sources run
 * when a test says so.
 */
export class LivePortal {
  /** Everything that was logged, fields included. */
  readonly logged: string[];
  readonly upstreams: RunningUpstreams;
  readonly knex: Knex;
  readonly #backend: TestBackend;
  readonly #run: (task: string) => Promise<void>;

  /** @param options.freshness - how long what is observed counts: one hour unless told */
  static async start(
    options: { freshness?: string } = {},
  ): Promise<LivePortal> {
    const upstreams = await startUpstreams({
      company: Company.demo(),
      port: 0,
      // Longer than sources wait, below.
      slowBy: 5_000,
    });
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    const scheduler = mockServices.scheduler();
    const logged: string[] = [];
    const backend = await startTestBackend({
      features: [
        readinessPlugin,
        argocdModule,
        githubModule,
        kubernetesModule,
        pagerdutyModule,
        catalogServiceMock.factory({
          entities: createCatalogEntities(upstreams.company),
        }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: configOf(upstreams, options.freshness ?? '1h'),
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        createServiceFactory({
          service: coreServices.rootLogger,
          deps: {},
          factory: () => recordingLogger(logged),
        }),
      ],
    });
    await scheduler.triggerTask('readiness-reconcile');
    return new LivePortal({ backend, knex, logged, upstreams }, task =>
      scheduler.triggerTask(task),
    );
  }

  private constructor(
    parts: {
      backend: TestBackend;
      knex: Knex;
      logged: string[];
      upstreams: RunningUpstreams;
    },
    run: (task: string) => Promise<void>,
  ) {
    this.#backend = parts.backend;
    this.knex = parts.knex;
    this.logged = parts.logged;
    this.upstreams = parts.upstreams;
    this.#run = run;
  }

  /** Runs the source of an upstream to its end, however it ends. */
  async collect(upstream: UpstreamId): Promise<void> {
    await this.#run(`readiness-collect-${sourceOf[upstream]}`);
  }

  /** What the API answers. */
  async get(path: string): Promise<unknown> {
    const { body } = await request(this.#backend.server)
      .get(`/api/readiness${path}`)
      .set('authorization', mockCredentials.user.header())
      .expect(200);
    return body;
  }

  /** All facts of a source, without their age. */
  async factsOf(upstream: UpstreamId): Promise<object[]> {
    return this.knex('facts')
      .where({ source: sourceOf[upstream] })
      .orderBy(['entity_id', 'environment', 'name', 'member'])
      .select('entity_id', 'environment', 'name', 'member', 'value', 'missing');
  }

  /** All that the database holds, as text. */
  async dump(): Promise<string> {
    const tables: Array<{ name: string }> = await this.knex(
      'sqlite_master',
    ).where({ type: 'table' });
    const rows = await Promise.all(tables.map(({ name }) => this.knex(name)));
    return JSON.stringify(rows);
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
    await this.upstreams.stop();
  }
}

function configOf(upstreams: RunningUpstreams, freshness: string): JsonObject {
  const { tokens } = upstreams.company;
  // Short, so that a slow upstream is given up soon.
  const common = { freshness, timeout: '400ms' };
  return {
    app: { baseUrl: 'https://portal.example.com' },
    integrations: {
      github: [
        {
          host: GIT_HOST,
          apiBaseUrl: `${upstreams.urlOf('github')}/api/v3`,
          token: tokens.github,
        },
      ],
    },
    readiness: {
      kubernetes: {
        clusters: [
          {
            name: 'lumenara-eu',
            url: `${upstreams.urlOf('kubernetes')}/lumenara-eu`,
            serviceAccountToken: tokens.kubernetes,
            skipTLSVerify: true,
            ...common,
          },
        ],
      },
      github: {
        accounts: [{ name: 'lumenara', host: GIT_HOST, ...common }],
      },
      argocd: {
        instances: [
          {
            name: 'lumenara',
            url: upstreams.urlOf('argocd'),
            token: tokens.argocd,
            ...common,
          },
        ],
      },
      pagerduty: {
        accounts: [
          {
            name: 'lumenara',
            url: upstreams.urlOf('pagerduty'),
            token: tokens.pagerduty,
            ...common,
          },
        ],
      },
    },
  };
}

function recordingLogger(logged: string[]): LoggerService {
  const record = (message: string, meta?: Error | JsonObject) => {
    logged.push(
      message,
      meta instanceof Error
        ? `${meta.stack} ${meta.cause}`
        : JSON.stringify(meta ?? {}),
    );
  };
  const logger: LoggerService = {
    debug: record,
    info: record,
    warn: record,
    error: record,
    child: () => logger,
  };
  return logger;
}
