import type { FactRegistry } from '../facts/FactRegistry';
import type { ResolvedFacts } from '../facts/ResolvedFacts';

/**
 * What expressions read about one entity. Bound once, then shared by all of its
 * checks: `params`, the member and the names are put in place in turn.
 */
export interface RuleContext {
  /** The variables of CEL by name; what has no value is `undefined`. */
  readonly values: Record<string, unknown>;
  /** Lists from which members may be missing. */
  readonly incomplete: ReadonlySet<string>;
  readonly resolved: ResolvedFacts;
  readonly registry: FactRegistry;
}
