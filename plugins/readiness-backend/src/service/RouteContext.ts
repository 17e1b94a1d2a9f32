import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { CompiledChecklist } from '@airworthy/plugin-readiness-common';
import type { FleetResolver } from './FleetResolver';

/** What every route needs. */
export interface RouteContext {
  httpAuth: HttpAuthService;
  fleets: FleetResolver;
  checklist: CompiledChecklist;
  /** Version of the checklist in this installation. */
  version: number;
}
