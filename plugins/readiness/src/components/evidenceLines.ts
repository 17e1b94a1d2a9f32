import type { Evidence, FactValue } from '@airworthy/plugin-readiness-common';

/** What one line of evidence shows: all that one place said. */
export interface EvidenceLineModel extends Evidence {
  /** The value, where it is weaker and differs from the one that decided. */
  says?: FactValue;
}

/**
 * Evidence as lines to read: one for each source and place, those that decided
 * first. A rule may read six fields of one object: they share one line.
 */
export function evidenceLines(
  evidence: readonly Evidence[],
): EvidenceLineModel[] {
  const decided = new Map<string, FactValue>();
  for (const item of evidence) {
    if (item.decided) {
      decided.set(subject(item), item.value);
    }
  }
  const lines = new Map<string, EvidenceLineModel>();
  for (const item of evidence) {
    const differs =
      !item.decided &&
      decided.has(subject(item)) &&
      !sameValue(decided.get(subject(item)), item.value);
    const key = JSON.stringify([
      item.source,
      item.strength,
      item.decided,
      item.stale,
      item.file,
      item.line,
      item.url,
      item.file || item.url ? '' : subject(item),
    ]);
    const line = lines.get(key);
    if (!line) {
      lines.set(key, { ...item, says: differs ? item.value : undefined });
    } else if (differs && line.says === undefined) {
      line.says = item.value;
    }
  }
  return [...lines.values()].sort(
    (a, b) => Number(b.decided) - Number(a.decided),
  );
}

/** Where the value stands, as text: `deploy/api.yaml:7`, else what it is about. */
export function placeText(item: Evidence): string {
  if (item.file) {
    return item.line === undefined ? item.file : `${item.file}:${item.line}`;
  }
  return item.member ? shortMember(item.member) : item.fact;
}

/** `deployment/payments-api` of `Deployment/payments/payments-api`. */
export function shortMember(member: string): string {
  const parts = member.split('/');
  return parts.length === 3
    ? `${parts[0].toLocaleLowerCase('en-US')}/${parts[2]}`
    : member;
}

function subject(item: Evidence): string {
  return `${item.fact} ${item.member ?? ''}`;
}

function sameValue(a: FactValue | undefined, b: FactValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
