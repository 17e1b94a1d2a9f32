import { compareStatements, decideValue } from './decideValue';
import type { ValuePlan } from './decideValue';
import { MAX_LIST_MEMBERS } from './factValues';
import { mergeMemberKeys } from './memberKeys';
import { statedValue } from './ResolvedFacts';
import type {
  MissingCause,
  ResolvedList,
  ResolvedMember,
  ResolvedValue,
  Statement,
} from './ResolvedFacts';
import { compareText } from './SourcePlan';
import type {
  EntitySourceStates,
  RankedSource,
  SupplierGroup,
} from './SourcePlan';
import type { ListFactDefinition } from './types';

/** What is to be decided of a list: who says which members there are, and what of them. */
export interface ListPlan {
  definition: ListFactDefinition;
  /** The sources that find members; others fill single fields. */
  group: SupplierGroup;
  fields: Array<ValuePlan & { field: string }>;
}

/**
 * Decides a list: its members are those that any of its sources states, merged
 * field by field.
 *
 * It is known where a source that finds members answers, or has answered before:
 * even without members. Members may be missing from it where a source says so,
 * or where one at least as strong as those that spoke is in an outage and left
 * no fresh word.
 */
export function resolveList(
  plan: ListPlan,
  statements: readonly Statement[],
  states: EntitySourceStates,
): ResolvedList {
  const { definition, group } = plan;
  const finds = (statement: Statement) =>
    group.suppliers.some(
      supplier => supplier.descriptor.id === statement.source.id,
    );
  const ofMembers = statements.filter(
    statement => statement.record.member !== '',
  );
  const byKey = mergeMemberKeys(ofMembers, finds);
  const keys = [...byKey.keys()].sort(compareText);
  const beyondLimit = Math.max(0, keys.length - MAX_LIST_MEMBERS);

  const fresh = new Set<string>();
  for (const statement of statements) {
    if (!statement.expired) {
      fresh.add(statement.source.id);
    }
  }
  const spoke = (source: RankedSource) => fresh.has(source.descriptor.id);

  const speaking = group.suppliers.filter(
    source => states.of(source) === 'answering' || spoke(source),
  );
  if (speaking.length === 0 && keys.length === 0) {
    const outage = states.outagesOf(group)[0];
    return outage
      ? {
          definition,
          state: 'undecided',
          cause: { kind: 'outage', source: outage.descriptor },
          members: [],
          beyondLimit: 0,
        }
      : {
          definition,
          state: 'absent',
          cause: states.causeOfAbsence(group),
          members: [],
          beyondLimit: 0,
        };
  }
  const incomplete = causeOfIncompleteness(
    plan,
    statements,
    states,
    speaking,
    spoke,
  );
  return {
    definition,
    state: 'known',
    members: keys
      .slice(0, MAX_LIST_MEMBERS)
      .map(key =>
        resolveMember(plan, key, byKey.get(key) ?? [], states, spoke),
      ),
    beyondLimit,
    ...(incomplete ? { incomplete } : {}),
  };
}

function causeOfIncompleteness(
  plan: ListPlan,
  statements: readonly Statement[],
  states: EntitySourceStates,
  speaking: readonly RankedSource[],
  spoke: (source: RankedSource) => boolean,
): MissingCause | undefined {
  // The strongest source that speaks knows best which members there are: weaker
  // ones need not.
  const limit = speaking[0]?.rank ?? Infinity;
  const gaps = statements
    .filter(
      statement =>
        statement.record.member === '' &&
        statement.record.value === undefined &&
        statement.rank <= limit,
    )
    .sort(compareStatements);
  if (gaps.length > 0) {
    return {
      kind: 'gap',
      statement: gaps[0],
      reason: gaps[0].record.missing ?? 'members may be missing',
    };
  }
  const outage = states
    .outagesOf(plan.group)
    .find(source => source.rank <= limit && !spoke(source));
  return outage ? { kind: 'outage', source: outage.descriptor } : undefined;
}

function resolveMember(
  plan: ListPlan,
  key: string,
  statements: Statement[],
  states: EntitySourceStates,
  spoke: (source: RankedSource) => boolean,
): ResolvedMember {
  if (statements.length > 1) {
    statements.sort(compareStatements);
  }
  const fields: Record<string, ResolvedValue> = {};
  let drifts = false;
  for (const field of plan.fields) {
    const resolved = decideValue(field, statements, states, spoke);
    drifts ||= resolved.drift !== undefined;
    fields[field.field] = resolved;
  }
  return {
    key,
    name: nameOfMember(key, statements),
    fields,
    statements,
    drifts,
  };
}

/** What people call a member: its `name`, else the last part of its key. */
function nameOfMember(key: string, statements: readonly Statement[]): string {
  for (const statement of statements) {
    const name = statedValue(statement, 'name');
    if (typeof name === 'string' && name !== '') {
      return name;
    }
  }
  return key.slice(key.lastIndexOf('/') + 1) || key;
}
