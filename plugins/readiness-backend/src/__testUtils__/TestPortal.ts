import type { Server } from 'node:http';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type BackendFeature,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  readinessAttestationCreatePermission,
  readinessOwnershipConfirmPermission,
  readinessScorecardReadPermission,
  readinessScorecardRefreshPermission,
} from '@airworthy/plugin-readiness-common';
import {
  readinessSourcesExtensionPoint,
  type LiveEvidence,
} from '@airworthy/plugin-readiness-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import { EvaluationQueue } from '../evaluate';
import { readinessPlugin } from '../plugin';
import {
  createScorecardConditionalDecision,
  scorecardConditions,
} from '../visibility/scorecardConditions';
import { expectDocumented } from './expectDocumented';
import { RecordingAuditor } from './RecordingAuditor';
import { StatedSource, type StatedEvidence } from './StatedSource';
import { waitUntil } from './waitUntil';

/** What a reader of the tests may do. */
export interface ReaderRights {
  /** Entities that the catalog shows: all, none, or these names. */
  catalog?: 'all' | 'none' | string[];
  /** Scorecards that may be read: all, none, or of these owners. */
  scorecards?: 'all' | 'none' | { owners: string[] };
  /** Scorecards that may be refreshed. */
  refresh?: 'all' | 'none';
  /** Scorecards that may be attested. */
  attest?: 'all' | 'none' | { owners: string[] };
  /** Owners that may be confirmed. */
  confirm?: 'all' | 'none' | { owners: string[] };
  /** Names of permissions without a resource that are denied. */
  denied?: string[];
}

/** Whether the catalog answers. */
interface CatalogState {
  /** Why it does not. */
  failure: string | undefined;
}

/** @see TestPortal.start */
export interface TestPortalOptions {
  entities: Entity[];
  /** What the source says, by entity reference. */
  evidence?: Record<string, StatedEvidence>;
  /** By the name of the user; who is not named may do everything. */
  readers?: Record<string, ReaderRights>;
  config?: JsonObject;
  /** What the source tells besides facts. */
  emits?: LiveEvidence[];
  /** The annotations that link entities to the source. */
  linkedBy?: string[];
  /** Beside the plugin and the test's source. */
  features?: BackendFeature[];
  /** An empty database. */
  knex: Knex;
}

/**
 * A back end with the plugin, a catalog, a policy and one evidence source, that
 * has reconciled, collected and evaluated.
 */
export class TestPortal {
  readonly source: StatedSource;
  readonly refreshedEntities: string[];
  /** What the catalog does when it is asked what it shows. */
  readonly catalogState: CatalogState;
  /** What is on record of who did what. */
  readonly auditor: RecordingAuditor;
  readonly #backend: TestBackend;
  readonly #queue: EvaluationQueue;
  readonly #runAll: () => Promise<void>;

  static async start(options: TestPortalOptions): Promise<TestPortal> {
    const source = new StatedSource(undefined);
    source.emits = options.emits ?? [];
    source.linkedBy = options.linkedBy ?? [];
    for (const [ref, evidence] of Object.entries(options.evidence ?? {})) {
      source.stated.set(ref, evidence);
    }
    const scheduler = mockServices.scheduler();
    const refreshed: string[] = [];
    const auditor = new RecordingAuditor();
    const catalogState: CatalogState = { failure: undefined };
    const backend = await startTestBackend({
      features: [
        readinessPlugin,
        sourceModule(source),
        mockServices.database.factory({ knex: options.knex }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.example.com' },
            ...options.config,
          },
        }),
        // Runs a task when a test says so, and at no other time.
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        permissionsFactory(options.readers ?? {}),
        catalogFactory(options, refreshed, catalogState),
        auditor.factory(),
        ...(options.features ?? []),
      ],
    });
    const portal = new TestPortal(
      backend,
      options.knex,
      source,
      refreshed,
      catalogState,
      auditor,
      () => scheduler.triggerTask('readiness-reconcile'),
    );
    await portal.refill();
    return portal;
  }

  private constructor(
    backend: TestBackend,
    knex: Knex,
    source: StatedSource,
    refreshed: string[],
    catalogState: CatalogState,
    auditor: RecordingAuditor,
    runAll: () => Promise<void>,
  ) {
    this.#queue = new EvaluationQueue({ knex });
    this.#backend = backend;
    this.source = source;
    this.refreshedEntities = refreshed;
    this.catalogState = catalogState;
    this.auditor = auditor;
    this.#runAll = runAll;
  }

  /** Reconciles and collects, and waits until all of it is evaluated. */
  async refill(): Promise<void> {
    await this.#runAll();
    await waitUntil(async () => (await this.#queue.depth()) === 0);
  }

  get server(): Server {
    return this.#backend.server;
  }

  /** A read by a user of that name. */
  get(path: string, reader = 'admin'): request.Test {
    return request(this.server)
      .get(`/api/readiness${path}`)
      .set('authorization', mockCredentials.user.header(refOf(reader)))
      .expect(expectDocumented);
  }

  post(path: string, body: object, reader = 'admin'): request.Test {
    return request(this.server)
      .post(`/api/readiness${path}`)
      .set('authorization', mockCredentials.user.header(refOf(reader)))
      .send(body)
      .expect(expectDocumented);
  }

  delete(path: string, reader = 'admin'): request.Test {
    return request(this.server)
      .delete(`/api/readiness${path}`)
      .set('authorization', mockCredentials.user.header(refOf(reader)))
      .expect(expectDocumented);
  }

  /** What another program sends: as it is, with its own headers. */
  send(
    path: string,
    body: string,
    headers: Record<string, string>,
  ): request.Test {
    return request(this.server)
      .post(`/api/readiness${path}`)
      .set({ 'content-type': 'application/json', ...headers })
      .send(body)
      .expect(expectDocumented);
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
  }
}

function refOf(reader: string): `user:default/${string}` {
  return `user:default/${reader}`;
}

function readerOf(
  readers: Record<string, ReaderRights>,
  credentials: BackstageCredentials | undefined,
): ReaderRights {
  const principal = credentials?.principal;
  const ref =
    typeof principal === 'object' &&
    principal !== null &&
    'userEntityRef' in principal
      ? String(principal.userEntityRef)
      : '';
  return readers[ref.replace('user:default/', '')] ?? {};
}

function sourceModule(source: StatedSource) {
  return createBackendModule({
    pluginId: 'readiness',
    moduleId: 'stated-source',
    register(env) {
      env.registerInit({
        deps: { sources: readinessSourcesExtensionPoint },
        async init({ sources }) {
          sources.addSource(source);
        },
      });
    },
  });
}

function permissionsFactory(readers: Record<string, ReaderRights>) {
  return createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: () => ({
      authorize: async (requests, call) => {
        const credentials =
          call && 'credentials' in call ? call.credentials : undefined;
        const { denied = [] } = readerOf(readers, credentials);
        return requests.map(({ permission }) => ({
          result: denied.includes(permission.name)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
        }));
      },
      authorizeConditional: async (requests, call) => {
        const credentials =
          call && 'credentials' in call ? call.credentials : undefined;
        const reader = readerOf(readers, credentials);
        return requests.map(({ permission }) =>
          decide(permission.name, reader),
        );
      },
    }),
  });
}

function decide(permission: string, reader: ReaderRights): PolicyDecision {
  switch (permission) {
    case readinessScorecardReadPermission.name:
      return decideScorecards(reader.scorecards ?? 'all');
    case readinessScorecardRefreshPermission.name:
      return decideScorecards(reader.refresh ?? 'all');
    case readinessAttestationCreatePermission.name:
      return decideScorecards(reader.attest ?? 'all');
    case readinessOwnershipConfirmPermission.name:
      return decideScorecards(reader.confirm ?? 'all');
    default:
      return decideCatalog(reader.catalog ?? 'all');
  }
}

function decideScorecards(
  right: NonNullable<ReaderRights['scorecards']>,
): PolicyDecision {
  if (typeof right === 'string') {
    return {
      result: right === 'all' ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    };
  }
  return createScorecardConditionalDecision(
    readinessScorecardReadPermission,
    scorecardConditions.isScorecardOwner({ claims: right.owners }),
  );
}

function decideCatalog(
  right: NonNullable<ReaderRights['catalog']>,
): PolicyDecision {
  if (typeof right === 'string') {
    return {
      result: right === 'all' ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    };
  }
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'catalog',
    resourceType: 'catalog-entity',
    conditions: {
      rule: 'IS_NAMED',
      resourceType: 'catalog-entity',
      params: { names: right },
    },
  };
}

function catalogFactory(
  options: TestPortalOptions,
  refreshed: string[],
  state: CatalogState,
) {
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: (): CatalogService => {
      const { entities, readers = {} } = options;
      const all = catalogServiceMock({ entities });
      const shownTo = (credentials: BackstageCredentials) => {
        const { catalog } = readerOf(readers, credentials);
        return Array.isArray(catalog)
          ? catalogServiceMock({
              entities: entities.filter(entity =>
                catalog.includes(entity.metadata.name),
              ),
            })
          : all;
      };
      return {
        ...catalogServiceMock.mock(),
        streamEntities: (query, call) => all.streamEntities(query, call),
        getEntityFacets: async (query, call) => {
          if (state.failure !== undefined) {
            throw new Error(state.failure);
          }
          return shownTo(call.credentials).getEntityFacets(query, call);
        },
        refreshEntity: async ref => {
          refreshed.push(ref);
        },
      };
    },
  });
}
