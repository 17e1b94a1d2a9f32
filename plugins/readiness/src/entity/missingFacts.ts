import type { MissingFact } from '@airworthy/plugin-readiness-common';

/** Facts that are missing for the same reason, and who could supply them. */
export interface MissingGroup {
  facts: string[];
  reason: string;
  sources: MissingFact['sources'];
}

/**
 * Facts that miss the same sources for the same reason stand together: six
 * fields of one cluster that does not answer are one piece of news.
 */
export function groupMissing(missing: readonly MissingFact[]): MissingGroup[] {
  const groups = new Map<string, MissingGroup>();
  for (const { fact, reason, sources } of missing) {
    const key = JSON.stringify([
      reason,
      sources.map(source => [source.source, source.status]),
    ]);
    const group = groups.get(key);
    if (!group) {
      groups.set(key, { facts: [fact], reason, sources });
    } else if (!group.facts.includes(fact)) {
      group.facts.push(fact);
    }
  }
  return [...groups.values()];
}
