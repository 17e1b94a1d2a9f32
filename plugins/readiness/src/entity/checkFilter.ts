import type {
  CheckExplanation,
  QuestionExplanation,
  Scorecard,
} from '@airworthy/plugin-readiness-common';

/** What the list of questions can be narrowed to. */
export const checkFilters = [
  'all',
  'fail',
  'unknown',
  'accepted',
  'drift',
] as const;

/** One of {@link checkFilters}. */
export type CheckFilter = (typeof checkFilters)[number];

/** The filter that the URL names; `all` where it names none. */
export function parseCheckFilter(text: string | null): CheckFilter {
  return checkFilters.find(filter => filter === text) ?? 'all';
}

/** Whether the filter keeps a check. */
export function keeps(filter: CheckFilter, check: CheckExplanation): boolean {
  if (filter === 'all') {
    return true;
  }
  return filter === 'drift' ? check.drift.length > 0 : check.status === filter;
}

/** How many checks each filter keeps. */
export function countByFilter(
  questions: readonly QuestionExplanation[],
): Record<CheckFilter, number> {
  const counts = { all: 0, fail: 0, unknown: 0, accepted: 0, drift: 0 };
  for (const question of questions) {
    for (const check of question.checks) {
      for (const filter of checkFilters) {
        counts[filter] += keeps(filter, check) ? 1 : 0;
      }
    }
  }
  return counts;
}

/** The questions with the checks that the filter keeps; empty ones go. */
export function filterQuestions(
  questions: readonly QuestionExplanation[],
  filter: CheckFilter,
): QuestionExplanation[] {
  if (filter === 'all') {
    return [...questions];
  }
  return questions
    .map(question => ({
      ...question,
      checks: question.checks.filter(check => keeps(filter, check)),
    }))
    .filter(question => question.checks.length > 0);
}

/** The question that a check belongs to. */
export function questionOf(
  scorecard: Scorecard,
  check: string,
): QuestionExplanation | undefined {
  return scorecard.questions.find(question =>
    question.checks.some(candidate => candidate.id === check),
  );
}

/** The checks that stand before the next level, in their order. */
export function nextChecks(scorecard: Scorecard): CheckExplanation[] {
  const byId = new Map(
    scorecard.questions.flatMap(question =>
      question.checks.map(check => [check.id, check] as const),
    ),
  );
  return (scorecard.next?.checks ?? []).flatMap(id => byId.get(id) ?? []);
}

/** Questions that are open unless the reader chose: those with a next check. */
export function openAtFirst(scorecard: Scorecard): string[] {
  const next = new Set(scorecard.next?.checks);
  return scorecard.questions
    .filter(question => question.checks.some(check => next.has(check.id)))
    .map(question => question.id);
}
