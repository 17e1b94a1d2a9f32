import { FactResolver } from './FactResolver';
import type { FactInput, FactResolverOptions } from './FactResolver';
import type { ResolvedFacts } from './ResolvedFacts';

/**
 * Resolves the facts of one entity among their sources; see
 * {@link FactResolver}, which does the same for many entities.
 *
 * - The strongest statement decides, the newest among equals, then the source
 *   id; for members of lists field by field.
 * - A weaker one decides only where every stronger source is disabled, not
 *   linked or not found, or answers and states nothing.
 * - A stronger value past its freshness limit, or a stronger source in an
 *   outage, leaves the fact undecided; the weaker values are kept as statements.
 *
 * @public
 */
export function resolveFacts(
  options: FactResolverOptions & FactInput,
): ResolvedFacts {
  return new FactResolver(options).resolve(options);
}
