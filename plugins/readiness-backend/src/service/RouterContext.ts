import type {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EvidenceSource } from '@airworthy/plugin-readiness-node';
import type { Attestor } from '../attestations';
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
import type { AlertStore, DeploymentsReader } from '../live';
import type { PushCaller, PushReceiver, SignedRequests } from '../push';
import type { SourceRunner } from '../schedule';
import type { ScopeResolver } from '../visibility';
import type { EntityGuard } from './EntityGuard';
import type { OwnershipContext } from './OwnershipContext';
import type { RouteContext } from './RouteContext';

/** What the routes need, together. */
export interface RouterContext extends RouteContext {
  alerts: AlertStore;
  /** Absent where the config switches attestations off. */
  attestor: Attestor | undefined;
  auditor: AuditorService;
  auth: AuthService;
  callers: readonly PushCaller[];
  catalog: Pick<CatalogService, 'refreshEntity'>;
  counts: FleetCounts;
  deployments: DeploymentsReader;
  drafts: DraftRunner;
  environments: readonly string[];
  fleetSources: FleetSources;
  guard: EntityGuard;
  health: SourceHealthStore;
  list: ScorecardList;
  logger: LoggerService;
  ownership: OwnershipContext['ownership'];
  permissions: PermissionsService;
  reader: ScorecardReader;
  /** Absent where nobody may push. */
  receiver: PushReceiver | undefined;
  refresher: Refresher;
  rollup: FleetRollup;
  runner: SourceRunner;
  scan: StatusScan;
  scopes: ScopeResolver;
  signed: SignedRequests;
  sources: readonly EvidenceSource[];
  titleOfSource(source: string): string;
  transitions: FleetTransitions;
  trend: FleetTrend;
  /** The newest first. */
  versions: readonly StoredChecklistVersion[];
  /** Milliseconds since the epoch. */
  now: () => number;
}
