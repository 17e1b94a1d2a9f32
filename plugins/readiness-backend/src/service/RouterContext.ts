import type {
  AuditorService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EvidenceSource } from '@airworthy/plugin-readiness-node';
import type { StoredChecklistVersion } from '../checklist/ChecklistVersionStore';
import type { Refresher } from '../collect/Refresher';
import type { SourceHealthStore } from '../collect/SourceHealthStore';
import type {
  DraftRunner,
  FleetCounts,
  FleetRollup,
  FleetSources,
  FleetTransitions,
  FleetTrend,
  ScorecardList,
  ScorecardReader,
  StatusScan,
} from '../fleet';
import type { ScopeResolver } from '../visibility';
import type { EntityGuard } from './EntityGuard';
import type { RouteContext } from './RouteContext';

/** What the routes need, together. */
export interface RouterContext extends RouteContext {
  auditor: AuditorService;
  catalog: Pick<CatalogService, 'refreshEntity'>;
  counts: FleetCounts;
  drafts: DraftRunner;
  environments: readonly string[];
  fleetSources: FleetSources;
  guard: EntityGuard;
  health: SourceHealthStore;
  list: ScorecardList;
  logger: LoggerService;
  permissions: PermissionsService;
  reader: ScorecardReader;
  refresher: Refresher;
  rollup: FleetRollup;
  scan: StatusScan;
  scopes: ScopeResolver;
  sources: readonly EvidenceSource[];
  transitions: FleetTransitions;
  trend: FleetTrend;
  /** The newest first. */
  versions: readonly StoredChecklistVersion[];
  /** Milliseconds since the epoch. */
  now: () => number;
}
