import type { CompiledChecklist } from '../checklist/CompiledChecklist';
import { emptyCounts, scoreOf, standingAmong } from './aggregates';
import { EvaluationSession } from './EvaluationSession';
import type { JudgedCheck } from './EvaluationSession';
import type { JudgeNotes } from './Judge';
import { packStatus } from './packedStatuses';
import { nextReevaluation } from './reevaluation';
import type { Evaluation, EvaluationInput, RuleError } from './types';

/**
 * The level of a service that holds none.
 *
 * @public
 */
export const NO_LEVEL = 'none';

/**
 * Evaluates one entity against a checklist: what is stored for every list. Pure:
 * the same input gives the same result.
 *
 * Whether the checklist applies to the entity at all is for the caller to ask,
 * with `compiled.appliesTo`.
 *
 * @public
 */
export function evaluateScorecard(
  compiled: CompiledChecklist,
  input: EvaluationInput,
): Evaluation {
  const { stackTraceLimit } = Error;
  // CEL tells by an error what is missing. Nobody reads its stack, which costs
  // most of what it costs.
  Error.stackTraceLimit = 0;
  try {
    return evaluate(compiled, input);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function evaluate(
  compiled: CompiledChecklist,
  input: EvaluationInput,
): Evaluation {
  const session = new EvaluationSession(compiled, input);
  const ruleErrors: RuleError[] = [];
  const notes: JudgeNotes = {
    onFailure: (check, rule, failure) =>
      ruleErrors.push({ check, rule, message: failure.reason }),
  };
  const counts = emptyCounts();
  const judgedChecks: JudgedCheck[] = [];
  let statuses = '';
  for (const check of compiled.columns) {
    const judged = session.judge(check, notes);
    judgedChecks.push(judged);
    counts[judged.status] += 1;
    statuses += packStatus(judged.status, judged.drifts);
  }
  const standing = standingAmong(compiled.levels.length, judgedChecks);
  const reevaluateAt = nextReevaluation(session, judgedChecks);
  return {
    entityRef: input.entity.ref,
    evaluatedAt: new Date(input.now).toISOString(),
    statuses,
    level: compiled.levels[standing.held]?.id ?? NO_LEVEL,
    score: scoreOf(counts),
    counts,
    toNextLevel:
      standing.next === undefined ? 0 : standing.levels[standing.next].toGo,
    preview: session.preview,
    ...(reevaluateAt === undefined
      ? {}
      : { reevaluateAt: new Date(reevaluateAt).toISOString() }),
    ...(ruleErrors.length > 0 ? { ruleErrors } : {}),
  };
}
