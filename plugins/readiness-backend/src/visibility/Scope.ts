import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { ScorecardFilter } from './scorecardRules';

/**
 * What one reader may see. Every query is narrowed by it; there is no way to
 * read scorecards without one.
 */
export type Scope =
  | { kind: 'all' }
  | { kind: 'none' }
  | {
      kind: 'some';
      /** Id of the set of entities that the catalog shows; absent: all. */
      catalogSet?: number;
      /** Conditions on the scorecards themselves; absent: none. */
      scorecards?: PermissionCriteria<ScorecardFilter>;
    };
