import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  RepositoryLocator,
  RepositoryReader,
  ScopeResolver,
  VisibilityStore,
} from '@airworthy/plugin-readiness-node';
import type { Router } from 'express';
import type { Knex } from 'knex';
import { AssumptionStore } from './assumptions/AssumptionStore';
import { CatalogCopy } from './catalog/CatalogCopy';
import type { TradeoffsConfig } from './config/readTradeoffsConfig';
import { DesignReader } from './designs/DesignReader';
import { Indexer } from './indexing/Indexer';
import { RepositoryIndex } from './indexing/RepositoryIndex';
import { EntityView, FleetView, RecordList, RecordRows } from './lists';
import { Notifier } from './notify/Notifier';
import { OwnerResolver } from './notify/OwnerResolver';
import { RecordAccess, recordResourceRef } from './permissions';
import { GithubPullRequests } from './propose/GithubPullRequests';
import { Proposals } from './propose/Proposals';
import { ChangeFeed } from './records/ChangeFeed';
import { RecordEditor } from './records/RecordEditor';
import { RecordStore } from './records/RecordStore';
import { createRouter } from './service/createRouter';
import { RecordReader } from './service/RecordReader';

/** @see createTradeoffs */
export interface TradeoffsOptions {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  events: EventsService;
  httpAuth: HttpAuthService;
  integrations: ScmIntegrations;
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  tradeoffsConfig: TradeoffsConfig;
  urlReader: UrlReaderService;
  userInfo: UserInfoService;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** The parts of the plugin, put together. */
export interface Tradeoffs {
  router: Router;
  access: RecordAccess;
  assumptions: AssumptionStore;
  list: RecordList;
  reader: RecordReader;
  /** Looks at the catalog and the repositories. */
  index(signal: AbortSignal): Promise<void>;
  /** Tells owners what waits for them. */
  notify(): Promise<void>;
  /** Removes what is no longer read. */
  maintain(): Promise<void>;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
}

/** Puts the parts together. */
export function createTradeoffs(options: TradeoffsOptions): Tradeoffs {
  const { knex, logger, now, tradeoffsConfig: config, integrations } = options;
  const { axes, folders } = config;
  const notifier = new Notifier({
    knex,
    notifications: options.notifications,
    owners: new OwnerResolver({
      catalog: options.catalog,
      auth: options.auth,
      fallback: config.notifications.fallback,
    }),
    logger,
    daysAhead: config.notifications.daysAhead,
    now,
  });
  let sending: Promise<void> = Promise.resolve();
  const feed = new ChangeFeed({
    events: options.events,
    logger,
    onChanged: () => {
      // One after the other, and not in the way of who changed something.
      sending = sending
        .then(() => notifier.send())
        .catch(error => logger.warn('Owners were not told of changes', error));
    },
  });
  const store = new RecordStore({ knex });
  const visibility = new VisibilityStore({ knex });
  const access = new RecordAccess({
    knex,
    store,
    scopes: new ScopeResolver({
      permissions: options.permissions,
      permissionsRegistry: options.permissionsRegistry,
      catalog: options.catalog,
      store: visibility,
      resourceRef: recordResourceRef,
      now,
    }),
    auth: options.auth,
    userInfo: options.userInfo,
    now,
  });
  const locator = new RepositoryLocator({
    integrations,
    localRoots: config.repository.localRoots,
  });
  const proposals = new Proposals({
    knex,
    hosts: [new GithubPullRequests({ integrations })],
    locator,
    folders,
  });
  const rows = new RecordRows({ knex });
  const list = new RecordList({ knex, rows, now });
  const reader = new RecordReader({
    knex,
    access,
    axes,
    proposals,
    rows,
    store,
    now,
  });
  const assumptions = new AssumptionStore({ knex, feed, now });
  const indexer = new Indexer({
    knex,
    catalog: new CatalogCopy({
      knex,
      catalog: options.catalog,
      auth: options.auth,
    }),
    locator,
    reader: new RepositoryReader({
      urlReader: options.urlReader,
      limits: config.repository.limits,
    }),
    index: new RepositoryIndex({ knex, integrations }),
    feed,
    logger,
    folders,
    concurrency: config.repository.concurrency,
  });
  return {
    router: createRouter({
      access,
      assumptions,
      auditor: options.auditor,
      auth: options.auth,
      axes,
      designs: new DesignReader({ knex }),
      editor: new RecordEditor({ knex, store, feed, now }),
      entities: new EntityView({ knex, store, rows, axes, now }),
      fleet: new FleetView({ knex, axes, now }),
      httpAuth: options.httpAuth,
      list,
      proposals,
      reader,
      store,
      now,
    }),
    access,
    assumptions,
    list,
    reader,
    index: signal => indexer.run(now(), signal),
    notify: () => notifier.run(),
    maintain: () => visibility.prune(now()),
    settled: () => sending,
  };
}
