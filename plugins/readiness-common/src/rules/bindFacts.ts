import type { EntitySummary } from '../evaluation/types';
import type {
  ResolvedFacts,
  ResolvedList,
  ResolvedMember,
  ResolvedValue,
} from '../facts/ResolvedFacts';
import type { FactType, FactValue } from '../facts/types';
import { UNDECIDED } from './boundObjects';
import type { BoundObject } from './boundObjects';
import type { RuleContext } from './RuleContext';
import type { MemberPlan, RootPlan, RuleEnvironment } from './RuleEnvironment';

/**
 * Binds what is resolved of one entity to the variables of rules. What is absent
 * stays `undefined`; what is undecided is {@link UNDECIDED}.
 */
export function bindFacts(
  environment: RuleEnvironment,
  resolved: ResolvedFacts,
  entity: EntitySummary,
  now: number,
): RuleContext {
  const values: Record<string, unknown> = {
    entity: bindEntity(environment, entity),
    now: new Date(now),
  };
  for (const root of environment.roots) {
    values[root.name] = bindRoot(root, resolved);
  }
  const incomplete = new Set<string>();
  for (const [name, list] of resolved.lists) {
    const plan = environment.members.get(name);
    if (list.state !== 'known' || !plan) {
      continue;
    }
    const members: unknown[] = list.members.map(member =>
      bindMember(plan, member),
    );
    if (isIncomplete(list)) {
      // Stands last, so that a member that decides is met before it.
      members.push(UNDECIDED);
      incomplete.add(name);
    }
    values[name] = members;
  }
  return { values, incomplete, resolved, registry: environment.registry };
}

/** Whether members may be missing from what rules see of a list. */
export function isIncomplete(list: ResolvedList): boolean {
  return list.incomplete !== undefined || list.beyondLimit > 0;
}

function bindEntity(
  environment: RuleEnvironment,
  entity: EntitySummary,
): BoundObject {
  const EntityClass = environment.entityClass;
  const bound = new EntityClass();
  bound.kind = entity.kind;
  bound.namespace = entity.namespace;
  bound.name = entity.name;
  bound.title = entity.title;
  bound.type = entity.type;
  bound.lifecycle = entity.lifecycle;
  bound.tier = BigInt(entity.tier);
  bound.owner = entity.owner;
  bound.system = entity.system;
  bound.domain = entity.domain;
  bound.tags = entity.tags;
  return bound;
}

function bindRoot(plan: RootPlan, resolved: ResolvedFacts): BoundObject {
  const RootClass = plan.bound;
  const bound = new RootClass();
  for (const { field, fact, type } of plan.scalars) {
    bound[field] = boundValue(resolved.scalars.get(fact), type);
  }
  for (const group of plan.groups) {
    bound[group.name] = bindRoot(group, resolved);
  }
  return bound;
}

function bindMember(plan: MemberPlan, member: ResolvedMember): BoundObject {
  const MemberClass = plan.bound;
  const bound = new MemberClass();
  for (const { field, type } of plan.fields) {
    bound[field] = boundValue(member.fields[field], type);
  }
  return bound;
}

function boundValue(
  resolved: ResolvedValue | undefined,
  type: FactType,
): unknown {
  if (resolved === undefined || resolved.state === 'absent') {
    return undefined;
  }
  if (resolved.state === 'undecided' || resolved.value === undefined) {
    return UNDECIDED;
  }
  return toCel(resolved.value, type);
}

/** Ints are CEL ints and times are CEL timestamps; a plain number is a double. */
function toCel(value: FactValue, type: FactType): unknown {
  if (type === 'int' && typeof value === 'number') {
    return BigInt(value);
  }
  if (type === 'timestamp' && typeof value === 'string') {
    return new Date(value);
  }
  return value;
}
