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
import {
  FleetCounts,
  FleetHistory,
  ScorecardList,
  ScorecardReader,
} from '../fleet';
import type { ReadinessMetrics } from '../metrics';
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
  const router = createRouter({
    httpAuth: options.httpAuth,
    fleets,
    checklist,
    version: versions[0]?.version ?? checklist.version,
    versions,
    environments: config.environments,
    counts: new FleetCounts({ knex }),
    history: new FleetHistory({ knex }),
    list: new ScorecardList({ knex }),
    reader,
    guard: new EntityGuard({ fleets, reader, scopes }),
  });
  return {
    router,
    maintain: async at => {
      await visibility.prune(at);
    },
  };
}
