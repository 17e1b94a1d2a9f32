import type { Scorecard } from '@airworthy/plugin-readiness-common';

/** The default checklist's check that asks who is on call. */
const ON_CALL = 'on-call';

/** Who is on call, as its check found it; `undefined` where nobody could tell. */
export function onCallWords(scorecard: Scorecard): string | undefined {
  const check = scorecard.questions
    .flatMap(question => question.checks)
    .find(({ id }) => id === ON_CALL);
  return check?.status === 'pass' || check?.status === 'fail'
    ? check.found
    : undefined;
}
