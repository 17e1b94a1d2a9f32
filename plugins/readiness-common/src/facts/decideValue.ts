import { refusalOfValue, sameValue } from './factValues';
import { statedValue } from './ResolvedFacts';
import type { ResolvedValue, Statement } from './ResolvedFacts';
import { compareText } from './SourcePlan';
import type {
  EntitySourceStates,
  RankedSource,
  SupplierGroup,
} from './SourcePlan';
import { STRENGTHS } from './types';
import type { FactType, FactValue } from './types';

const DECLARED = STRENGTHS.indexOf('declared');
const ATTESTED = STRENGTHS.indexOf('attested');
const OBSERVED = STRENGTHS.indexOf('observed');

/** What is to be decided: a scalar, or one field of a list's members. */
export interface ValuePlan {
  /** Absent for a scalar. */
  field?: string;
  type: FactType;
  group: SupplierGroup;
  /** What statements of the same strength name adds up. */
  addsUp?: boolean;
}

/**
 * Decides one value among the statements about it.
 *
 * The strongest statement decides, the newest among equals; its age does not
 * make room for another: where it is past its freshness limit the value is
 * undecided. A source that answers and states nothing gives way to a weaker one,
 * as do those that are away. One that should answer and does not, or that looked
 * and could not tell, does not give way, except that a person may attest what a
 * look at the repository could not tell.
 *
 * @param statements - ordered by {@link compareStatements}
 * @param spoke - whether a source has a fresh word on the list that the field
 * belongs to: its silence about this member is then an answer
 */
export function decideValue(
  plan: ValuePlan,
  statements: readonly Statement[],
  states: EntitySourceStates,
  spoke?: (source: RankedSource) => boolean,
): ResolvedValue {
  if (statements.length === 0) {
    return states.withoutStatement(plan.group);
  }
  let found: Statement | undefined;
  let value: FactValue | undefined;
  let gap: Statement | undefined;
  let gapReason = '';
  let rejected: Statement[] | undefined;
  for (const statement of statements) {
    const stated = statedValue(statement, plan.field);
    if (stated === undefined) {
      if (gap === undefined && isGap(statement, plan)) {
        gap = statement;
        gapReason = statement.record.missing ?? 'it could not tell';
      }
      continue;
    }
    const refusal = refusalOfValue(plan.type, stated);
    if (refusal !== undefined) {
      (rejected ??= []).push(statement);
      if (gap === undefined) {
        gap = statement;
        gapReason = `its value ${refusal}`;
      }
      continue;
    }
    found = statement;
    value = stated;
    break;
  }

  const outage = outageAmong(plan.group, statements, states, spoke);
  if (found === undefined || value === undefined) {
    if (gap !== undefined) {
      return undecidedByGap(gap, gapReason, statements);
    }
    if (outage !== undefined) {
      return {
        state: 'undecided',
        cause: { kind: 'outage', source: outage.descriptor },
        statements,
      };
    }
    return {
      state: 'absent',
      cause: states.causeOfAbsence(plan.group),
      statements,
    };
  }
  if (gap !== undefined && gapBlocks(gap, found)) {
    return undecidedByGap(gap, gapReason, statements);
  }
  if (outage !== undefined && outage.rank < found.rank) {
    return {
      state: 'undecided',
      cause: { kind: 'outage', source: outage.descriptor },
      statements,
    };
  }
  if (found.expired) {
    return {
      state: 'undecided',
      cause: { kind: 'stale', statement: found },
      statements,
    };
  }
  const known: ResolvedValue = {
    state: 'known',
    value: plan.addsUp ? addUp(plan, value, found, statements) : value,
    decidedBy: found,
    statements,
  };
  if (statements.length > 1) {
    const drift = findDrift(plan, statements, rejected);
    if (drift) {
      known.drift = drift;
    }
  }
  return known;
}

/**
 * The order in which statements decide: strength, then the newest, then the
 * source. The rest only makes the order total, so that the order in which facts
 * arrive never matters.
 */
export function compareStatements(a: Statement, b: Statement): number {
  return (
    a.rank - b.rank ||
    Number(isWholeGap(a)) - Number(isWholeGap(b)) ||
    b.observed - a.observed ||
    compareText(a.record.source, b.record.source) ||
    // What holds for this environment goes before what holds for all.
    compareText(b.record.environment, a.record.environment) ||
    compareText(b.record.member, a.record.member) ||
    compareText(
      JSON.stringify(a.record.value ?? a.record.missing ?? ''),
      JSON.stringify(b.record.value ?? b.record.missing ?? ''),
    )
  );
}

function isWholeGap(statement: Statement): boolean {
  return statement.record.value === undefined;
}

/**
 * A record without value is a gap; one with a value and a reason beside it could
 * tell some fields and not those that it leaves out.
 */
function isGap(statement: Statement, plan: ValuePlan): boolean {
  if (!isWholeGap(statement) && statement.record.missing === undefined) {
    return false;
  }
  return (
    plan.field === undefined ||
    plan.group.suppliers.some(
      supplier => supplier.descriptor.id === statement.source.id,
    )
  );
}

function gapBlocks(gap: Statement, found: Statement): boolean {
  if (gap.rank >= found.rank) {
    return false;
  }
  return !(gap.rank === DECLARED && found.rank === ATTESTED);
}

function undecidedByGap(
  statement: Statement,
  reason: string,
  statements: readonly Statement[],
): ResolvedValue {
  return {
    state: 'undecided',
    cause: { kind: 'gap', statement, reason },
    statements,
  };
}

/** The strongest supplier that should have spoken, did not, and is not answering. */
function outageAmong(
  group: SupplierGroup,
  statements: readonly Statement[],
  states: EntitySourceStates,
  spoke?: (source: RankedSource) => boolean,
): RankedSource | undefined {
  const outages = states.outagesOf(group);
  if (outages.length === 0) {
    return undefined;
  }
  return outages.find(
    source =>
      !statements.some(
        statement => statement.source.id === source.descriptor.id,
      ) && !spoke?.(source),
  );
}

/** The names of the deciding statement, and those of its equals. */
function addUp(
  plan: ValuePlan,
  value: FactValue,
  found: Statement,
  statements: readonly Statement[],
): FactValue {
  if (!Array.isArray(value)) {
    return value;
  }
  const names = new Set(value);
  for (const statement of statements) {
    const stated = statedValue(statement, plan.field);
    if (
      statement.rank === found.rank &&
      !statement.expired &&
      Array.isArray(stated) &&
      refusalOfValue(plan.type, stated) === undefined
    ) {
      stated.forEach(name => names.add(name));
    }
  }
  return [...names].sort(compareText);
}

function findDrift(
  plan: ValuePlan,
  statements: readonly Statement[],
  rejected: readonly Statement[] | undefined,
): ResolvedValue['drift'] {
  let observed: Statement | undefined;
  let declared: Statement | undefined;
  for (const statement of statements) {
    if (
      statement.expired ||
      rejected?.includes(statement) ||
      statedValue(statement, plan.field) === undefined
    ) {
      continue;
    }
    if (statement.rank === OBSERVED) {
      observed ??= statement;
    } else if (statement.rank === DECLARED) {
      declared ??= statement;
    }
  }
  if (!observed || !declared) {
    return undefined;
  }
  const seen = statedValue(observed, plan.field);
  const written = statedValue(declared, plan.field);
  if (
    seen === undefined ||
    written === undefined ||
    refusalOfValue(plan.type, written) !== undefined ||
    sameValue(seen, written)
  ) {
    return undefined;
  }
  return { declared, observed };
}
