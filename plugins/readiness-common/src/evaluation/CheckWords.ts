import type { CompiledCheck } from '../checklist/CompiledCheck';
import { isUndecided } from '../rules/boundObjects';
import { formatValue } from '../rules/Template';
import type { Template } from '../rules/Template';
import type { EvaluationSession, JudgedCheck } from './EvaluationSession';
import type { MemberDetail, RuleDetail } from './Judge';
import { reasonOfList } from './missingFacts';
import { day, listOfNames, sentence, withoutStop, words } from './sentences';
import type { MissingFact } from './types';

/**
 * Puts one judged check into words. Everything it says comes from the walk that
 * decided the status.
 */
export class CheckWords {
  private readonly failing: string[];
  private readonly passing: string[];

  constructor(
    private readonly session: EvaluationSession,
    private readonly judged: JudgedCheck,
    private readonly details: readonly RuleDetail[],
  ) {
    this.failing = namesOf(details, 'fail');
    this.passing = namesOf(details, 'pass');
  }

  /** A text that is about the check as a whole. */
  render(template: Template): string {
    const { values } = this.session.context;
    values.params = this.check.parameters.forTier(
      this.session.input.entity.tier,
    );
    values.failing = this.failing;
    values.passing = this.passing;
    const text = template.render(this.session.context);
    values.failing = undefined;
    values.passing = undefined;
    return text;
  }

  /** What is expected. */
  expected(): string {
    return withoutStop(this.render(this.check.texts.expected));
  }

  /** What was found, by the rules that decided; `undefined` where nothing was. */
  found(): string | undefined {
    const { verdict } = this.judged;
    const parts = new Set<string>();
    for (const detail of this.details) {
      if (detail.verdict === verdict || verdict === 'unknown') {
        const part = this.foundByRule(detail);
        if (part) {
          parts.add(part);
        }
      }
    }
    return parts.size > 0 ? [...parts].join('; ') : undefined;
  }

  /** What was found of one member. */
  foundOfMember(detail: RuleDetail, member: MemberDetail): string | undefined {
    const { rule } = detail;
    if (rule.kind !== 'list') {
      return undefined;
    }
    if (rule.found) {
      const { values } = this.session.context;
      values[rule.variable] = member.bound;
      const text = withoutStop(this.render(rule.found));
      values[rule.variable] = undefined;
      return text || undefined;
    }
    const values = rule.rule.analysis.reads.flatMap(read =>
      read.of === 'member' && read.field !== undefined
        ? [[read.field, fieldOf(member.bound, read.field)] as const]
        : [],
    );
    return statedValues(values);
  }

  /** One sentence or two that state the verdict. */
  message(missing: readonly MissingFact[]): string {
    const { status, acceptance, excluded } = this.judged;
    if (excluded) {
      return 'Does not apply to this entity.';
    }
    switch (status) {
      case 'not-applicable':
        return this.whyNotApplicable();
      case 'unknown':
        return this.whyUnknown(missing);
      case 'accepted': {
        const until = acceptance ? ` until ${day(acceptance.until)}` : '';
        const by = acceptance ? ` by ${acceptance.recordTitle}` : '';
        return `${sentence(
          `Accepted${until}${by}`,
        )} ${this.foundAndExpected()}`;
      }
      default:
        return this.foundAndExpected();
    }
  }

  /** The same about one member that fails. */
  messageOfMember(detail: RuleDetail, member: MemberDetail): string {
    return joinSentences(
      this.foundOfMember(detail, member) ?? this.foundByCheck(),
      this.expected(),
    );
  }

  private get check(): CompiledCheck {
    return this.judged.check;
  }

  private foundAndExpected(): string {
    return joinSentences(this.found(), this.expected());
  }

  private foundByRule(detail: RuleDetail): string | undefined {
    const { rule, cause } = detail;
    if (cause === 'when-false' || cause === 'when-unknown') {
      return undefined;
    }
    if (rule.kind === 'scalar') {
      if (rule.found) {
        return withoutStop(this.render(rule.found)) || undefined;
      }
      return this.foundByCheck() ?? this.foundByReads(detail);
    }
    if (cause === 'list-unknown') {
      return undefined;
    }
    if (cause === 'empty' || cause === 'incomplete') {
      if (detail.members.length === 0) {
        return `no ${words(rule.list)}`;
      }
    }
    const members = detail.members.filter(
      ({ verdict }) => verdict === detail.verdict,
    );
    if (!rule.found && this.check.texts.found) {
      const found = this.foundByCheck();
      const names = members.map(({ member }) => member.name);
      return found && detail.verdict === 'fail' && names.length > 0
        ? `${found} (${listOfNames(names)})`
        : found;
    }
    return this.foundOfMembers(detail, members);
  }

  /** Members of which the same was found are named together. */
  private foundOfMembers(
    detail: RuleDetail,
    members: readonly MemberDetail[],
  ): string | undefined {
    const namesByText = new Map<string, string[]>();
    for (const member of members) {
      const text = this.foundOfMember(detail, member);
      if (text === undefined) {
        continue;
      }
      const names = namesByText.get(text);
      if (names) {
        names.push(member.member.name);
      } else {
        namesByText.set(text, [member.member.name]);
      }
    }
    const parts = [...namesByText]
      .slice(0, 5)
      .map(([text, names]) => `${text} (${listOfNames(names)})`);
    if (namesByText.size > parts.length) {
      parts.push(`${namesByText.size - parts.length} more`);
    }
    return parts.length > 0 ? parts.join('; ') : undefined;
  }

  private foundByCheck(): string | undefined {
    const { found } = this.check.texts;
    return found ? withoutStop(this.render(found)) || undefined : undefined;
  }

  private foundByReads({ rule }: RuleDetail): string | undefined {
    const { scalars } = this.session.resolved;
    return statedValues(
      rule.rule.analysis.reads.flatMap(read => {
        const value = scalars.get(read.fact)?.value;
        return value === undefined ? [] : [[read.fact, value] as const];
      }),
    );
  }

  private whyNotApplicable(): string {
    const [detail] = this.details;
    if (!detail) {
      return 'Does not apply to this entity.';
    }
    const { rule, cause } = detail;
    if (rule.kind === 'list' && cause === 'empty') {
      return `Does not apply: there are no ${words(rule.list)}.`;
    }
    if (rule.kind === 'list' && cause === 'filtered') {
      return `Does not apply: none of the ${words(rule.list)} is concerned.`;
    }
    return sentence(`does not apply: ${this.whyWhenIsFalse(detail)}`);
  }

  /** The condition in terms of what is known, since CEL is for its author. */
  private whyWhenIsFalse({ rule }: RuleDetail): string {
    const { lists, scalars } = this.session.resolved;
    if (rule.kind === 'list' && lists.get(rule.list)?.members.length === 0) {
      return `there are no ${words(rule.list)}`;
    }
    const reasons = new Set<string>();
    for (const read of rule.when?.analysis.reads ?? []) {
      const list = lists.get(read.fact);
      const value = scalars.get(read.fact)?.value;
      if (list?.members.length === 0) {
        reasons.add(`there are no ${words(read.fact)}`);
      } else if (value !== undefined) {
        reasons.add(
          Array.isArray(value) && value.length === 0
            ? `${read.fact} is empty`
            : `${read.fact} is ${formatValue(value)}`,
        );
      }
    }
    return reasons.size > 0
      ? listOfNames([...reasons])
      : 'its condition does not hold';
  }

  private whyUnknown(missing: readonly MissingFact[]): string {
    const detail = this.details.find(({ verdict }) => verdict === 'unknown');
    if (detail?.failure) {
      return `The rule itself failed: ${withoutStop(detail.failure.reason)}.`;
    }
    if (detail?.rule.kind === 'list') {
      const { list: name } = detail.rule;
      const list = this.session.resolved.lists.get(name);
      const reason = list && reasonOfList(this.session, list);
      if (detail.cause === 'list-unknown') {
        return `${sentence(`which ${words(name)} there are is not known`)} ${
          reason ?? ''
        }`.trim();
      }
      if (detail.cause === 'incomplete') {
        return `${sentence(`some ${words(name)} may not be known`)} ${
          reason ?? ''
        }`.trim();
      }
      if (detail.cause === 'empty') {
        return sentence(`no ${words(name)} are known`);
      }
    }
    if (missing.length === 0) {
      return 'It cannot be decided from what is known.';
    }
    const members = new Map<string, string[]>();
    for (const { fact, member } of missing) {
      const names = members.get(fact) ?? [];
      members.set(
        fact,
        member === undefined ? names : [...names, shortName(member)],
      );
    }
    const names = [...members].map(([fact, of]) =>
      of.length === 0 ? fact : `${fact} of ${listOfNames(of)}`,
    );
    return `${sentence(`no evidence for ${listOfPhrases(names)}`)} ${
      missing[0].reason
    }`;
  }
}

/** Phrases that may themselves hold an "and" are told apart by commas. */
function listOfPhrases(phrases: readonly string[]): string {
  return phrases.some(phrase => phrase.includes(' and '))
    ? phrases.slice(0, 5).join('; ')
    : listOfNames(phrases);
}

function namesOf(
  details: readonly RuleDetail[],
  verdict: 'fail' | 'pass',
): string[] {
  const names = new Set<string>();
  for (const detail of details) {
    if (verdict === 'fail' && detail.verdict !== 'fail') {
      continue;
    }
    for (const member of detail.members) {
      if (member.verdict === verdict) {
        names.add(member.member.name);
      }
    }
  }
  return [...names];
}

function joinSentences(found: string | undefined, expected: string): string {
  const wanted = sentence(`expected ${expected}`);
  return found ? `${sentence(`found ${found}`)} ${wanted}` : wanted;
}

/** `minReplicas 1, autoscaled false`; what is not known is left out. */
function statedValues(
  values: ReadonlyArray<readonly [string, unknown]>,
): string | undefined {
  const parts = values
    .filter(([, value]) => value !== undefined && !isUndecided(value))
    .slice(0, 4)
    .map(([name, value]) => `${name} ${formatValue(value) || 'empty'}`);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

function fieldOf(bound: unknown, field: string): unknown {
  return typeof bound === 'object' && bound !== null
    ? Reflect.get(bound, field)
    : undefined;
}

function shortName(member: string): string {
  return member.slice(member.lastIndexOf('/') + 1);
}
