import type { CompiledCheck } from '../checklist/CompiledCheck';
import { CheckWords } from './CheckWords';
import { findDrifts } from './drifts';
import type { EvaluationSession, JudgedCheck } from './EvaluationSession';
import { gatherEvidence, toDrift } from './gatherEvidence';
import type { MemberDetail, RuleDetail } from './Judge';
import { missingFacts } from './missingFacts';
import type { CheckExplanation, MemberVerdict } from './types';

/**
 * Judges one check and puts the verdict into words.
 */
export function explainCheck(
  session: EvaluationSession,
  check: CompiledCheck,
): { judged: JudgedCheck; explanation: CheckExplanation } {
  const details: RuleDetail[] = [];
  const judged = session.judge(check, { details });
  const spoken = new CheckWords(session, judged, details);
  const missing = missingFacts(session, details);
  const found = spoken.found();
  const { fix } = check.config;
  const failure = details.find(detail => detail.failure)?.failure;
  const drift = judged.drifts
    ? findDrifts(check, session.context).flatMap(value => toDrift(value) ?? [])
    : [];
  const explanation: CheckExplanation = {
    id: check.id,
    level: check.level,
    status: judged.status,
    title: spoken.render(check.texts.title),
    message: spoken.message(missing),
    ...(found === undefined ? {} : { found }),
    expected: spoken.expected(),
    evidence: gatherEvidence(session, check, details),
    missing,
    members: memberVerdicts(judged, details, spoken),
    drift,
    fix: {
      title: spoken.render(check.texts.fixTitle),
      steps: check.texts.fixSteps.map(step => spoken.render(step)),
      ...(fix.template === undefined ? {} : { template: fix.template }),
      ...(fix.url === undefined ? {} : { url: fix.url }),
    },
    ...(judged.acceptance ? { acceptance: judged.acceptance } : {}),
    acceptable: check.acceptable,
    rules: check.rules.map(ruleAsWritten),
    ...(failure ? { ruleError: failure.reason } : {}),
    ...(check.ruleOwner === undefined ? {} : { ruleOwner: check.ruleOwner }),
    sameAs: check.config.sameAs ?? [],
  };
  return { judged, explanation };
}

/**
 * Key of the object that has to change where it is not the member: empty where
 * no object is wrong and one has to be added.
 */
export function faultOf(
  { rule }: RuleDetail,
  { member }: MemberDetail,
): string | undefined {
  if (rule.kind !== 'list' || rule.faultOn === undefined) {
    return undefined;
  }
  if (rule.faultOn === '') {
    return '';
  }
  const key = member.fields[rule.faultOn]?.value;
  return typeof key === 'string' && key !== '' ? key : undefined;
}

/** Several rules may be about one member: the worst verdict on it counts. */
function memberVerdicts(
  judged: JudgedCheck,
  details: readonly RuleDetail[],
  spoken: CheckWords,
): MemberVerdict[] {
  const weight = { pass: 0, unknown: 1, fail: 2 } as const;
  const worst = new Map<string, { verdict: MemberVerdict; weight: number }>();
  for (const detail of details) {
    for (const judgedMember of detail.members) {
      const { member, verdict } = judgedMember;
      const known = worst.get(member.key);
      if (known && known.weight >= weight[verdict]) {
        continue;
      }
      const found = spoken.foundOfMember(detail, judgedMember);
      const faultOn =
        verdict === 'fail' ? faultOf(detail, judgedMember) : undefined;
      worst.set(member.key, {
        weight: weight[verdict],
        verdict: {
          member: member.key,
          name: member.name,
          status:
            verdict === 'fail' && judged.status === 'accepted'
              ? 'accepted'
              : verdict,
          ...(found === undefined ? {} : { found }),
          ...(faultOn === undefined ? {} : { faultOn }),
        },
      });
    }
  }
  return [...worst.values()].map(({ verdict }) => verdict);
}

/**
 * One rule of a check as a person reads it: `all workloads: workload.budgeted`.
 *
 * @public
 */
export function ruleAsWritten(rule: CompiledCheck['rules'][number]): string {
  const when = rule.when ? ` when ${rule.when.source.trim()}` : '';
  if (rule.kind === 'scalar') {
    return `${rule.rule.source.trim()}${when}`;
  }
  const where = rule.where ? ` where ${rule.where.source.trim()}` : '';
  return `${rule.mode} ${rule.list}${where}: ${rule.rule.source.trim()}${when}`;
}
