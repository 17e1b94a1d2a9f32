import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { OwnershipFilters } from '@airworthy/plugin-readiness-common';
import type {
  ConfirmationStore,
  GroupTree,
  OwnershipAuditor,
  OwnershipReader,
  OwnershipSummaries,
  OwnershipView,
} from '../ownership';
import type { ScopeResolver } from '../visibility';
import type { FleetResolver } from './FleetResolver';

/** What the routes of the ownership audit need. */
export interface OwnershipContext {
  httpAuth: HttpAuthService;
  fleets: FleetResolver;
  scopes: ScopeResolver;
  auth: AuthService;
  auditor: AuditorService;
  ownership: {
    auditor: OwnershipAuditor;
    confirmations: ConfirmationStore;
    groups: GroupTree;
    reader: OwnershipReader;
    summaries: OwnershipSummaries;
    /** Milliseconds; how long a confirmation counts that names no day. */
    confirmForMs: number;
  };
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** Turns who asks, and what for, into the findings that a query is about. */
export async function resolveOwnershipView(
  { fleets, ownership }: OwnershipContext,
  credentials: BackstageCredentials,
  query: OwnershipFilters,
): Promise<OwnershipView> {
  const { scope, filters } = await fleets.resolve(credentials, {
    owner: query.owner,
    system: query.system,
    domain: query.domain,
    tier: query.tier,
    kind: query.kind,
    scope: query.scope,
  });
  return {
    scope,
    filter: {
      owners: filters.owners,
      systems: filters.systems,
      domains: filters.domains,
      tiers: filters.tiers,
      kinds: filters.kinds,
      mine: filters.mine,
      findings: query.finding,
      severities: query.severity,
      text: query.q,
      below:
        query.group && (await ownership.groups.withDescendants(query.group)),
    },
  };
}
