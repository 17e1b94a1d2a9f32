import type { PermissionCriteria } from '@backstage/plugin-permission-common';

/**
 * What one reader may see. Every query is narrowed by it; there is no way to
 * read without one. Conditions are of the plugin that asks.
 *
 * @public
 */
export type Scope<TFilter> =
  | { kind: 'all' }
  | { kind: 'none' }
  | {
      kind: 'some';
      /** Id of the set of entities that the catalog shows; absent: all. */
      catalogSet?: number;
      /** Conditions on the resources themselves; absent: none. */
      conditions?: PermissionCriteria<TFilter>;
    };
