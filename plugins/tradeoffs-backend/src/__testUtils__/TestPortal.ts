import type { Server } from 'node:http';
import {
  coreServices,
  createServiceFactory,
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
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  notificationService,
  type NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  tradeoffsPermissions,
  tradeoffsRecordReadPermission,
} from '@airworthy/plugin-tradeoffs-common';
import type { RecordsChangedPayload } from '@airworthy/plugin-tradeoffs-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import {
  createRecordConditionalDecision,
  recordConditions,
} from '../permissions';
import { tradeoffsPlugin } from '../plugin';

/** What a reader of the tests may do. */
export interface ReaderRights {
  /** Entities that the catalog shows: all, none, or these names. */
  catalog?: 'all' | 'none' | string[];
  /** By permission, such as `tradeoffs.record.read`; all unless told. */
  records?: Record<string, 'all' | 'none' | { owners: string[] }>;
  /** Groups of the user. */
  groups?: string[];
}

/** @see TestPortal.start */
export interface TestPortalOptions {
  entities: Entity[];
  /** By the name of the user; who is not named may read and write everything. */
  readers?: Record<string, ReaderRights>;
  config?: JsonObject;
  /** An empty database. */
  knex: Knex;
}

/** A back end with the plugin, a catalog and a policy. */
export class TestPortal {
  readonly notifications: NotificationSendOptions[];
  readonly events: RecordsChangedPayload[];
  /** What the catalog does when it is asked what it shows. */
  readonly catalogState: { failure: string | undefined };
  readonly entities: Entity[];
  readonly #backend: TestBackend;
  readonly #run: (task: string) => Promise<void>;

  static async start(options: TestPortalOptions): Promise<TestPortal> {
    const scheduler = mockServices.scheduler();
    const notifications: NotificationSendOptions[] = [];
    const events: RecordsChangedPayload[] = [];
    const catalogState: { failure: string | undefined } = {
      failure: undefined,
    };
    const entities = [...options.entities];
    const readers = options.readers ?? {};
    const backend = await startTestBackend({
      features: [
        tradeoffsPlugin,
        mockServices.database.factory({ knex: options.knex }),
        mockServices.rootConfig.factory({ data: options.config ?? {} }),
        // Runs a task when a test says so, and at no other time.
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        createServiceFactory({
          service: coreServices.permissions,
          deps: {},
          factory: () => ({
            authorize: async requests =>
              requests.map(() => ({ result: AuthorizeResult.ALLOW })),
            authorizeConditional: async (requests, call) => {
              const rights = rightsOf(
                readers,
                call && 'credentials' in call ? call.credentials : undefined,
              );
              return requests.map(({ permission }) =>
                decide(permission.name, rights),
              );
            },
          }),
        }),
        createServiceFactory({
          service: coreServices.userInfo,
          deps: {},
          factory: () => ({
            getUserInfo: async credentials => {
              const name = nameOf(credentials);
              return {
                userEntityRef: `user:default/${name}`,
                ownershipEntityRefs: [
                  `user:default/${name}`,
                  ...(readers[name]?.groups ?? []),
                ],
              };
            },
          }),
        }),
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({
            send: async notification => {
              notifications.push(notification);
            },
          }),
        }),
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => ({
            publish: async ({ eventPayload }) => {
              events.push(eventPayload as RecordsChangedPayload);
            },
            subscribe: async () => {},
          }),
        }),
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () => catalogOf(entities, readers, catalogState),
        }),
      ],
    });
    return new TestPortal({
      backend,
      notifications,
      events,
      catalogState,
      entities,
      run: task => scheduler.triggerTask(task),
    });
  }

  private constructor(options: {
    backend: TestBackend;
    notifications: NotificationSendOptions[];
    events: RecordsChangedPayload[];
    catalogState: { failure: string | undefined };
    entities: Entity[];
    run: (task: string) => Promise<void>;
  }) {
    this.#backend = options.backend;
    this.notifications = options.notifications;
    this.events = options.events;
    this.catalogState = options.catalogState;
    this.entities = options.entities;
    this.#run = options.run;
  }

  /** Reads the catalog and the repositories. */
  async index(): Promise<void> {
    await this.#run('tradeoffs-index');
  }

  /** Looks for what time brought, and tells the owners. */
  async tellOwners(): Promise<void> {
    await this.#run('tradeoffs-contradictions');
    await this.#run('tradeoffs-notices');
  }

  get server(): Server {
    return this.#backend.server;
  }

  get(path: string, reader = 'admin'): request.Test {
    return request(this.server)
      .get(`/api/tradeoffs${path}`)
      .set('authorization', mockCredentials.user.header(refOf(reader)));
  }

  post(path: string, body: object, reader = 'admin'): request.Test {
    return request(this.server)
      .post(`/api/tradeoffs${path}`)
      .set('authorization', mockCredentials.user.header(refOf(reader)))
      .send(body);
  }

  put(path: string, body: object, reader = 'admin'): request.Test {
    return request(this.server)
      .put(`/api/tradeoffs${path}`)
      .set('authorization', mockCredentials.user.header(refOf(reader)))
      .send(body);
  }

  /** A call by another back end. */
  asService(method: 'get' | 'post', path: string): request.Test {
    return request(this.server)
      [method](`/api/tradeoffs${path}`)
      .set('authorization', mockCredentials.service.header());
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
  }
}

/** A component whose repository is a folder of the disk. */
export function component(
  name: string,
  options: {
    folder?: string;
    owner?: string;
    system?: string;
    dependsOn?: string[];
    dependencyOf?: string[];
    annotations?: Record<string, string>;
    kind?: string;
  } = {},
): Entity {
  const relation = (type: string, targets: string[]) =>
    targets.map(targetRef => ({ type, targetRef }));
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: options.kind ?? 'Component',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}`,
      annotations: {
        ...(options.folder && {
          'backstage.io/managed-by-location': `file:${options.folder}/catalog-info.yaml`,
        }),
        ...options.annotations,
      },
    },
    relations: [
      ...relation('ownedBy', options.owner ? [options.owner] : []),
      ...relation('partOf', options.system ? [options.system] : []),
      ...relation('dependsOn', options.dependsOn ?? []),
      ...relation('dependencyOf', options.dependencyOf ?? []),
    ],
  };
}

function refOf(reader: string): `user:default/${string}` {
  return `user:default/${reader}`;
}

function nameOf(credentials: BackstageCredentials | undefined): string {
  const principal = credentials?.principal;
  return typeof principal === 'object' &&
    principal !== null &&
    'userEntityRef' in principal
    ? String(principal.userEntityRef).replace('user:default/', '')
    : '';
}

function rightsOf(
  readers: Record<string, ReaderRights>,
  credentials: BackstageCredentials | undefined,
): ReaderRights {
  return readers[nameOf(credentials)] ?? {};
}

function decide(permission: string, rights: ReaderRights): PolicyDecision {
  if (!tradeoffsPermissions.some(({ name }) => name === permission)) {
    return decideCatalog(rights.catalog ?? 'all');
  }
  const right = rights.records?.[permission] ?? 'all';
  if (typeof right === 'string') {
    return {
      result: right === 'all' ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    };
  }
  return createRecordConditionalDecision(
    tradeoffsRecordReadPermission,
    recordConditions.isRecordOwner({ claims: right.owners }),
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

function catalogOf(
  entities: Entity[],
  readers: Record<string, ReaderRights>,
  state: { failure: string | undefined },
): CatalogService {
  const all = () => catalogServiceMock({ entities });
  return {
    ...catalogServiceMock.mock(),
    streamEntities: (query, call) => all().streamEntities(query, call),
    getEntitiesByRefs: (query, call) => all().getEntitiesByRefs(query, call),
    getEntityFacets: async (query, call) => {
      if (state.failure !== undefined) {
        throw new Error(state.failure);
      }
      const { catalog } = rightsOf(readers, call.credentials);
      const shown = Array.isArray(catalog)
        ? entities.filter(entity => catalog.includes(entity.metadata.name))
        : entities;
      return catalogServiceMock({ entities: shown }).getEntityFacets(
        query,
        call,
      );
    },
  };
}
