import type { Scope as ResourceScope } from '@airworthy/plugin-readiness-node';
import type { ScorecardFilter } from './scorecardRules';

/** What one reader may see of scorecards. */
export type Scope = ResourceScope<ScorecardFilter>;
