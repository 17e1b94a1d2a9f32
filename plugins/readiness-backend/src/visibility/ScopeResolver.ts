import {
  ScopeResolver as ResourceScopeResolver,
  type ScopeResolverOptions as ResourceScopeResolverOptions,
} from '@airworthy/plugin-readiness-node';
import type { ReadinessMetrics } from '../metrics/ReadinessMetrics';
import {
  scorecardResourceRef,
  type ScorecardFilter,
  type ScorecardResource,
} from './scorecardRules';

/** @see ScopeResolver */
export interface ScopeResolverOptions
  extends Omit<
    ResourceScopeResolverOptions<ScorecardResource, ScorecardFilter>,
    'resourceRef' | 'onFilled'
  > {
  metrics: ReadinessMetrics;
}

/** Finds out which scorecards a reader may see. */
export class ScopeResolver extends ResourceScopeResolver<
  ScorecardResource,
  ScorecardFilter
> {
  constructor(options: ScopeResolverOptions) {
    const { metrics, ...rest } = options;
    super({
      ...rest,
      resourceRef: scorecardResourceRef,
      onFilled: (entities, milliseconds) =>
        metrics.visibilityFilled(entities, milliseconds),
    });
  }
}
