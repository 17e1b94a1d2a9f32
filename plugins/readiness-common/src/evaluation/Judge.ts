import type {
  CompiledCheck,
  CompiledListRule,
  CompiledRule,
  CompiledScalarRule,
} from '../checklist/CompiledCheck';
import type { ResolvedList, ResolvedMember } from '../facts/ResolvedFacts';
import { isIncomplete } from '../rules/bindFacts';
import { RuleFailure } from '../rules/CompiledExpression';
import type { CompiledExpression } from '../rules/CompiledExpression';
import type { RuleContext } from '../rules/RuleContext';

/** What the rules say, before any acceptance. */
export type Verdict = 'pass' | 'fail' | 'unknown' | 'not-applicable';

/** The verdict of one rule, with what led to it. */
export interface RuleDetail {
  rule: CompiledRule;
  verdict: Verdict;
  /**
   * Why, where it is not a plain pass or fail:
   *
   * - `when-false`, `when-unknown`: the condition;
   * - `list-unknown`: nobody can say which members there are;
   * - `empty`: the list has no member;
   * - `filtered`: it has none that the rule is about;
   * - `incomplete`: members may be missing that would decide;
   * - `missing`: a fact that it reads;
   * - `failure`: the rule itself went wrong.
   */
  cause?:
    | 'when-false'
    | 'when-unknown'
    | 'list-unknown'
    | 'empty'
    | 'filtered'
    | 'incomplete'
    | 'missing'
    | 'failure';
  members: MemberDetail[];
  failure?: RuleFailure;
}

/** The verdict of a list rule on one member. */
export interface MemberDetail {
  member: ResolvedMember;
  /** The member as CEL sees it. */
  bound: unknown;
  verdict: 'pass' | 'fail' | 'unknown';
  /** Whether the rule is about it could not be told. */
  scopeUnknown: boolean;
}

/** Collects what one walk through a check's rules finds. */
export interface JudgeNotes {
  /** Filled where words are wanted; without it the walk ends early. */
  details?: RuleDetail[];
  /** Called for a rule that went wrong. */
  onFailure?: (check: string, rule: number, failure: RuleFailure) => void;
  /** Where a walk leaves the failure of the rule that it is at. */
  failure?: RuleFailure;
}

const WEIGHT: Record<Verdict, number> = {
  fail: 3,
  unknown: 2,
  pass: 1,
  'not-applicable': 0,
};

/**
 * Judges the rules of a check on one entity: the worst of fail, unknown and
 * pass; not applicable only if all of its rules are.
 *
 * Statuses and words come from this one walk, so that they always agree.
 *
 * @param context - the entity's facts; `params` is put in place here
 */
export function judgeCheck(
  check: CompiledCheck,
  context: RuleContext,
  tier: number,
  notes: JudgeNotes,
): Verdict {
  context.values.params = check.parameters.forTier(tier);
  let worst: Verdict = 'not-applicable';
  for (let index = 0; index < check.rules.length; index++) {
    const rule = check.rules[index];
    const detail: RuleDetail | undefined = notes.details && {
      rule,
      verdict: 'not-applicable',
      members: [],
    };
    const verdict =
      rule.kind === 'scalar'
        ? judgeScalarRule(rule, context, detail, notes)
        : judgeListRule(rule, context, detail, notes);
    const { failure } = notes;
    if (failure) {
      notes.failure = undefined;
      notes.onFailure?.(check.id, index, failure);
    }
    if (detail) {
      detail.verdict = verdict;
      if (failure) {
        detail.failure = failure;
        detail.cause = 'failure';
      }
      notes.details?.push(detail);
    } else if (verdict === 'fail') {
      return 'fail';
    }
    if (WEIGHT[verdict] > WEIGHT[worst]) {
      worst = verdict;
    }
  }
  return worst;
}

/** `undefined` where it cannot be told. */
function truthOf(
  expression: CompiledExpression,
  context: RuleContext,
  notes: JudgeNotes,
): boolean | undefined {
  const value = expression.evaluate(context);
  if (typeof value === 'boolean') {
    return value;
  }
  if (value instanceof RuleFailure) {
    notes.failure ??= value;
  }
  return undefined;
}

function judgeWhen(
  rule: CompiledRule,
  context: RuleContext,
  detail: RuleDetail | undefined,
  notes: JudgeNotes,
): Verdict | undefined {
  if (!rule.when) {
    return undefined;
  }
  const holds = truthOf(rule.when, context, notes);
  if (holds === true) {
    return undefined;
  }
  if (holds === false) {
    return note(detail, 'when-false', 'not-applicable');
  }
  return note(detail, 'when-unknown', 'unknown');
}

function judgeScalarRule(
  rule: CompiledScalarRule,
  context: RuleContext,
  detail: RuleDetail | undefined,
  notes: JudgeNotes,
): Verdict {
  const applies = judgeWhen(rule, context, detail, notes);
  if (applies) {
    return applies;
  }
  const truth = truthOf(rule.rule, context, notes);
  if (truth === undefined) {
    return note(detail, 'missing', 'unknown');
  }
  return truth ? 'pass' : 'fail';
}

function judgeListRule(
  rule: CompiledListRule,
  context: RuleContext,
  detail: RuleDetail | undefined,
  notes: JudgeNotes,
): Verdict {
  const applies = judgeWhen(rule, context, detail, notes);
  if (applies) {
    return applies;
  }
  const list = context.resolved.lists.get(rule.list);
  const bound = context.values[rule.list];
  if (!list || list.state !== 'known' || !Array.isArray(bound)) {
    return note(detail, 'list-unknown', 'unknown');
  }
  const incomplete = isIncomplete(list);
  if (list.members.length === 0) {
    return incomplete
      ? note(detail, 'incomplete', 'unknown')
      : note(detail, 'empty', rule.whenEmpty);
  }
  const verdict = judgeMembers(rule, list, bound, context, detail, notes);
  if (verdict === undefined) {
    return incomplete
      ? note(detail, 'incomplete', 'unknown')
      : note(detail, 'filtered', 'not-applicable');
  }
  // Only what no further member could change counts.
  const decisive = rule.mode === 'all' ? 'fail' : 'pass';
  if (verdict === decisive || verdict === 'unknown') {
    return verdict;
  }
  return incomplete ? note(detail, 'incomplete', 'unknown') : verdict;
}

/** `undefined` where the rule is about none of the members. */
function judgeMembers(
  rule: CompiledListRule,
  list: ResolvedList,
  bound: readonly unknown[],
  context: RuleContext,
  detail: RuleDetail | undefined,
  notes: JudgeNotes,
): 'pass' | 'fail' | 'unknown' | undefined {
  const { values } = context;
  const decisive = rule.mode === 'all' ? 'fail' : 'pass';
  let considered = false;
  let unknown = false;
  let decided = false;
  for (let index = 0; index < list.members.length; index++) {
    values[rule.variable] = bound[index];
    const inScope = rule.where ? truthOf(rule.where, context, notes) : true;
    if (inScope === false) {
      continue;
    }
    considered = true;
    const truth =
      inScope === undefined ? undefined : truthOf(rule.rule, context, notes);
    const verdict = verdictOf(truth);
    detail?.members.push({
      member: list.members[index],
      bound: bound[index],
      verdict,
      scopeUnknown: inScope === undefined,
    });
    unknown ||= verdict === 'unknown';
    decided ||= verdict === decisive;
    if (decided && !detail) {
      break;
    }
  }
  values[rule.variable] = undefined;
  if (!considered) {
    return undefined;
  }
  if (decided) {
    return decisive;
  }
  if (unknown) {
    return note(detail, 'missing', 'unknown');
  }
  return rule.mode === 'all' ? 'pass' : 'fail';
}

function verdictOf(truth: boolean | undefined): 'pass' | 'fail' | 'unknown' {
  if (truth === undefined) {
    return 'unknown';
  }
  return truth ? 'pass' : 'fail';
}

function note<V extends Verdict>(
  detail: RuleDetail | undefined,
  cause: NonNullable<RuleDetail['cause']>,
  verdict: V,
): V {
  if (detail) {
    detail.cause = cause;
  }
  return verdict;
}
