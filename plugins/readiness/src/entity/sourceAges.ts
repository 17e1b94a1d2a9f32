import type { Scorecard } from '@airworthy/plugin-readiness-common';

/** When each source last said something about the service, ISO 8601. */
export function lastHeard(scorecard: Scorecard): Map<string, string> {
  const heard = new Map<string, string>();
  for (const question of scorecard.questions) {
    for (const check of question.checks) {
      for (const { source, observedAt } of check.evidence) {
        if (observedAt > (heard.get(source) ?? '')) {
          heard.set(source, observedAt);
        }
      }
    }
  }
  return heard;
}

/** A source that is past answering, and what hangs on it. */
export interface SilentSource {
  source: string;
  title: string;
  /** `stale`, `error` or `denied`. */
  status: 'stale' | 'error' | 'denied';
  /** ISO 8601: since when. */
  since: string;
  /** ISO 8601: when it last answered, else since when it does not. */
  lastAnswer: string;
  /** Checks whose verdict still rests on what it said before. */
  checks: number;
  /** ISO 8601: when the first of those values runs out. */
  keptUntil?: string;
}

/** Sources that should answer and do not, those with most checks first. */
export function silentSources(scorecard: Scorecard): SilentSource[] {
  const heard = lastHeard(scorecard);
  const silent = scorecard.links.flatMap(link => {
    const { status, source, title, since } = link;
    if (status !== 'stale' && status !== 'error' && status !== 'denied') {
      return [];
    }
    let checks = 0;
    let keptUntil: string | undefined;
    for (const question of scorecard.questions) {
      for (const check of question.checks) {
        const kept = check.evidence.filter(
          item => item.source === source && item.decided && !item.stale,
        );
        checks += kept.length > 0 ? 1 : 0;
        for (const { expiresAt } of kept) {
          if (expiresAt && (!keptUntil || expiresAt < keptUntil)) {
            keptUntil = expiresAt;
          }
        }
      }
    }
    const lastAnswer = heard.get(source) ?? since;
    return [{ source, title, status, since, lastAnswer, checks, keptUntil }];
  });
  return silent.sort((a, b) => b.checks - a.checks);
}
