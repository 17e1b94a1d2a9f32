import type { RuleContext } from './RuleContext';
import type { RuleEnvironment } from './RuleEnvironment';

/** A context in which no fact is known: for texts that are about no entity. */
export function emptyContext(environment: RuleEnvironment): RuleContext {
  const values: Record<string, unknown> = {};
  for (const root of environment.roots) {
    const RootClass = root.bound;
    values[root.name] = new RootClass();
  }
  const EntityClass = environment.entityClass;
  values.entity = new EntityClass();
  return {
    values,
    incomplete: new Set(),
    registry: environment.registry,
    resolved: { scalars: new Map(), lists: new Map(), drifts: false },
  };
}
