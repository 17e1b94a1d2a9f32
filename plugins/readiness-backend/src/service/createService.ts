import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Router } from 'express';
import type { Knex } from 'knex';
import type { ReadinessConfig } from '../config';
import type { Readiness } from '../createReadiness';
import type { Refresher } from '../collect';
import {
  DraftRunner,
  EntityTitles,
  FleetCounts,
  FleetHistory,
  FleetRollup,
  FleetSources,
  FleetTransitions,
  FleetTrend,
  ScorecardList,
  ScorecardReader,
  StatusScan,
} from '../fleet';
import type { ReadinessMetrics } from '../metrics';
import { DailyRollupStore } from '../rollups';
import { DeploymentsReader } from '../live';
import { SignedRequests } from '../push';
import type { SourceRunner } from '../schedule';
import { pruneHistory } from '../schedule/pruneHistory';
import {
  ConfirmationStore,
  GroupTree,
  OwnershipReader,
  OwnershipSummaries,
} from '../ownership';
import { ScopeResolver, VisibilityStore } from '../visibility';
import { createRouter } from './createRouter';
import { EntityGuard } from './EntityGuard';
import { FleetResolver } from './FleetResolver';

/** @see createService */
export interface ServiceOptions {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  knex: Knex;
  logger: LoggerService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  readiness: Readiness;
  readinessConfig: ReadinessConfig;
  readinessMetrics: ReadinessMetrics;
  refresher: Refresher;
  runner: SourceRunner;
  userInfo: UserInfoService;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** What serves: the API, and what keeps its tables small. */
export interface ReadinessService {
  router: Router;
  maintain(now: number, signal: AbortSignal): Promise<void>;
}

/** Puts the parts together that answer requests. */
export function createService(options: ServiceOptions): ReadinessService {
  const { knex, readiness, readinessConfig: config, now } = options;
  const { checklist, versions } = readiness;
  const visibility = new VisibilityStore({ knex });
  const scopes = new ScopeResolver({
    permissions: options.permissions,
    permissionsRegistry: options.permissionsRegistry,
    catalog: options.catalog,
    store: visibility,
    metrics: options.readinessMetrics,
    now,
  });
  const fleets = new FleetResolver({
    checklist,
    environments: config.environments,
    scopes,
    auth: options.auth,
    userInfo: options.userInfo,
  });
  const reader = new ScorecardReader({ knex });
  const counts = new FleetCounts({ knex });
  const history = new FleetHistory({ knex });
  const scan = new StatusScan({ knex });
  const rollups = new DailyRollupStore({ knex });
  const titles = new Map(
    readiness.sources.map(({ descriptor: { id, title } }) => [id, title]),
  );
  // What a source recorded stays on record after it is configured no more.
  const titleOfSource = (source: string) => titles.get(source) ?? source;
  const router = createRouter({
    alerts: readiness.live.alerts,
    attestor: readiness.attestor,
    auditor: options.auditor,
    auth: options.auth,
    callers: config.push.callers,
    catalog: options.catalog,
    checklist,
    counts,
    deployments: new DeploymentsReader({
      ...readiness.live,
      titleOf: titleOfSource,
      now,
    }),
    drafts: new DraftRunner({ knex, checklist, now }),
    environments: config.environments,
    fleets,
    fleetSources: new FleetSources({ knex }),
    guard: new EntityGuard({ fleets, reader, scopes }),
    health: readiness.health,
    httpAuth: options.httpAuth,
    list: new ScorecardList({ knex }),
    logger: options.logger,
    ownership: {
      auditor: readiness.ownershipAuditor,
      confirmations: new ConfirmationStore({ knex }),
      groups: new GroupTree({ entities: readiness.entities, now }),
      reader: new OwnershipReader({ knex, titles: new EntityTitles({ knex }) }),
      summaries: new OwnershipSummaries({ knex, ...config.ownership }),
      confirmForMs: config.ownership.confirmForMs,
    },
    permissions: options.permissions,
    now,
    reader,
    receiver: readiness.pushReceiver,
    refresher: options.refresher,
    rollup: new FleetRollup({
      checklist,
      counts,
      history,
      scan,
      titles: new EntityTitles({ knex }),
      versions,
      now,
    }),
    runner: options.runner,
    scan,
    scopes,
    signed: new SignedRequests({
      callers: config.push.callers,
      auditor: options.auditor,
    }),
    titleOfSource,
    sources: readiness.sources,
    transitions: new FleetTransitions({ knex }),
    trend: new FleetTrend({
      counts,
      history,
      rollups,
      versions,
      historyMs: config.historyMs,
      now,
    }),
    version: versions[0]?.version ?? checklist.version,
    versions,
  });
  return {
    router,
    maintain: async at => {
      for (const environment of config.environments) {
        await rollups.record({ checklist: checklist.id, environment }, at);
      }
      await visibility.prune(at);
      await pruneHistory(knex, at - config.historyMs);
      await readiness.prune(at);
      await readiness.ownershipAuditor.addDue();
      await readiness.ownershipAuditor.drain();
    },
  };
}
