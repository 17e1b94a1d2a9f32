import { mkdirSync } from 'node:fs';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { RunningUpstreams } from '@airworthy/upstreams';
import { freePort } from '@airworthy/upstreams/testUtils';
import { FactWrites } from './FactWrites';
import { ManualScheduler } from './ManualScheduler';

const RECONCILE = 'readiness-reconcile';
const COLLECT = 'readiness-collect-';
/** The host that the catalog's repositories are at. */
const GIT_HOST = 'github.generated.example';

/** @see CollectPortal.start */
export interface CollectPortalOptions {
  upstreams: RunningUpstreams;
  entities: Entity[];
  /** An empty folder for its databases. */
  directory: string;
}

/**
 * A portal in this process whose evidence sources are the real ones, and run
 * when they are told to.
 */
export class CollectPortal {
  readonly writes: FactWrites;
  readonly #scheduler: ManualScheduler;
  readonly #stop: () => Promise<void>;

  static async start(options: CollectPortalOptions): Promise<CollectPortal> {
    const { upstreams, entities, directory } = options;
    mkdirSync(directory, { recursive: true });
    const scheduler = new ManualScheduler();
    const port = await freePort();
    const backend = createBackend();
    backend.add(
      createServiceFactory({
        service: coreServices.rootConfig,
        deps: {},
        factory: () => new ConfigReader(configOf(upstreams, port, directory)),
      }),
    );
    backend.add(
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    );
    backend.add(catalogServiceMock.factory({ entities }));
    backend.add(import('@airworthy/plugin-readiness-backend'));
    backend.add(import('@airworthy/plugin-readiness-backend-module-argocd'));
    backend.add(import('@airworthy/plugin-readiness-backend-module-github'));
    backend.add(
      import('@airworthy/plugin-readiness-backend-module-kubernetes'),
    );
    backend.add(import('@airworthy/plugin-readiness-backend-module-pagerduty'));
    await backend.start();
    const writes = await FactWrites.watch(directory);
    await scheduler.run(RECONCILE);
    await writes.take();
    return new CollectPortal(writes, scheduler, async () => {
      await writes.stop();
      await backend.stop();
    });
  }

  private constructor(
    writes: FactWrites,
    scheduler: ManualScheduler,
    stop: () => Promise<void>,
  ) {
    this.writes = writes;
    this.#scheduler = scheduler;
    this.#stop = stop;
  }

  /** Ids of the sources that have upstreams. */
  get sources(): string[] {
    return this.#scheduler.ids
      .filter(id => id.startsWith(COLLECT))
      .map(id => id.slice(COLLECT.length));
  }

  /**
   * Runs a source to its end.
   *
   * @throws what the source throws
   */
  async run(source: string, signal?: AbortSignal): Promise<void> {
    await this.#scheduler.run(`${COLLECT}${source}`, signal);
  }

  stop(): Promise<void> {
    return this.#stop();
  }
}

function configOf(
  upstreams: RunningUpstreams,
  port: number,
  directory: string,
): JsonObject {
  const { company } = upstreams;
  const { tokens } = company;
  return {
    app: { title: 'Bench', baseUrl: `http://127.0.0.1:${port}` },
    backend: {
      baseUrl: `http://127.0.0.1:${port}`,
      listen: { host: '127.0.0.1', port },
      database: { client: 'better-sqlite3', connection: { directory } },
    },
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
        clusters: company.clusters.map(({ name }) => ({
          name,
          url: `${upstreams.urlOf('kubernetes')}/${name}`,
          serviceAccountToken: tokens.kubernetes,
          skipTLSVerify: true,
        })),
      },
      github: {
        accounts: [{ name: company.organisation, host: GIT_HOST }],
      },
      argocd: {
        instances: [
          {
            name: 'main',
            url: upstreams.urlOf('argocd'),
            token: tokens.argocd,
          },
        ],
      },
      pagerduty: {
        accounts: [
          {
            name: 'main',
            url: upstreams.urlOf('pagerduty'),
            token: tokens.pagerduty,
          },
        ],
      },
    },
  };
}
