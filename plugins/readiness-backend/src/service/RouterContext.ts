import type { StoredChecklistVersion } from '../checklist/ChecklistVersionStore';
import type { FleetCounts } from '../fleet/FleetCounts';
import type { FleetHistory } from '../fleet/FleetHistory';
import type { ScorecardList } from '../fleet/ScorecardList';
import type { ScorecardReader } from '../fleet/ScorecardReader';
import type { EntityGuard } from './EntityGuard';
import type { RouteContext } from './RouteContext';

/** What the routes need, together. */
export interface RouterContext extends RouteContext {
  counts: FleetCounts;
  environments: readonly string[];
  guard: EntityGuard;
  history: FleetHistory;
  list: ScorecardList;
  reader: ScorecardReader;
  /** The newest first. */
  versions: readonly StoredChecklistVersion[];
}
