import type { CompiledChecklist } from '../checklist/CompiledChecklist';
import {
  blocksLevel,
  countStatuses,
  scoreOf,
  standingAmong,
  worstStatus,
} from './aggregates';
import { NO_LEVEL } from './evaluateScorecard';
import { EvaluationSession } from './EvaluationSession';
import { explainCheck } from './explainCheck';
import type {
  CheckExplanation,
  EvaluationInput,
  Scorecard,
  Status,
} from './types';

/**
 * Evaluates one entity against a checklist and explains every status: what was
 * found and expected, the evidence, what is missing and why, and how to fix it.
 *
 * Statuses, level and score are those of `evaluateScorecard` for the same input:
 * both go through the same verdicts. `since` and `levelSince` are for the caller
 * to fill from history. A question without active checks is listed without any,
 * as not applicable.
 *
 * @public
 */
export function explainScorecard(
  compiled: CompiledChecklist,
  input: EvaluationInput,
): Scorecard {
  const session = new EvaluationSession(compiled, input);
  const checks = compiled.columns.map(
    check => explainCheck(session, check).explanation,
  );
  const aggregated = checks.map(({ status }, index) => ({
    status,
    check: compiled.columns[index],
  }));
  const counts = countStatuses(checks.map(({ status }) => status));
  const standing = standingAmong(compiled.levels.length, aggregated);
  const next = nextOf(compiled, checks, standing.next);
  const titles = new Map(compiled.sources.map(({ id, title }) => [id, title]));
  return {
    schemaVersion: 1,
    entityRef: input.entity.ref,
    checklist: {
      id: compiled.id,
      title: compiled.title,
      version: compiled.version,
    },
    environment: input.environment ?? 'production',
    evaluatedAt: new Date(input.now).toISOString(),
    level: compiled.levels[standing.held]?.id ?? NO_LEVEL,
    score: scoreOf(counts),
    counts,
    levels: compiled.levels.map(({ id, title }, index) => ({
      id,
      title,
      counts: countStatuses(
        aggregated
          .filter(({ check }) => check.levelIndex === index)
          .map(({ status }) => status),
      ),
      toGo: standing.levels[index].toGo,
      held: standing.levels[index].held,
    })),
    ...(next ? { next } : {}),
    preview: session.preview,
    questions: compiled.questions.map(
      ({ id, title, quality, number, columns }) => {
        const ofQuestion = columns.map(column => checks[column]);
        const statuses = ofQuestion.map(({ status }) => status);
        return {
          id,
          title,
          quality,
          ...(number === undefined ? {} : { number }),
          status: worstStatus(statuses),
          counts: countStatuses(statuses),
          checks: ofQuestion,
        };
      },
    ),
    inactive: [...compiled.inactive],
    links: input.links.flatMap(link => {
      const title = titles.get(link.source);
      return title === undefined ? [] : [{ ...link, title }];
    }),
  };
}

/** The checks that block the next level, the failing ones first. */
function nextOf(
  compiled: CompiledChecklist,
  checks: readonly CheckExplanation[],
  next: number | undefined,
): Scorecard['next'] {
  if (next === undefined) {
    return undefined;
  }
  const order: Status[] = ['fail', 'unknown'];
  const blocking = checks.filter(
    ({ status }, index) =>
      compiled.columns[index].levelIndex <= next && blocksLevel(status),
  );
  const { id, title } = compiled.levels[next];
  return {
    level: id,
    title,
    checks: order.flatMap(status =>
      blocking.filter(check => check.status === status).map(check => check.id),
    ),
  };
}
