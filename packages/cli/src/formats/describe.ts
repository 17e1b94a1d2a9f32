import {
  applicableCount,
  type CheckExplanation,
  type Evidence,
  type Scorecard,
  type Status,
  type StatusCounts,
} from '@airworthy/plugin-readiness-common';
import type { ScanError } from '@airworthy/plugin-readiness-node';

/** Statuses as glyphs that stay apart without colour. */
export const GLYPHS: Record<Status, string> = {
  pass: '✓',
  fail: '✗',
  unknown: '?',
  accepted: '▮',
  'not-applicable': '–',
};

/** "18 of 24 applicable pass". */
export function describeCounts(counts: StatusCounts): string {
  const others = [
    counts.fail > 0 ? `${counts.fail} fail` : '',
    counts.unknown > 0 ? `${counts.unknown} unknown` : '',
    counts.accepted > 0 ? `${counts.accepted} accepted` : '',
  ].filter(Boolean);
  return [
    `${counts.pass} of ${applicableCount(counts)} applicable pass`,
    ...others,
  ].join(', ');
}

/** The declared level in words: a scan sees what is declared, nothing else. */
export function describeLevel(scorecard: Scorecard): string {
  const held = scorecard.levels.find(level => level.id === scorecard.level);
  return held ? `${held.title} (declared)` : 'No level yet';
}

/** "deploy/deployment.yaml:12", or what is known of it. */
export function describePlace(place: {
  file?: string;
  line?: number;
  column?: number;
}): string {
  return [place.file, place.line, place.column]
    .filter(part => part !== undefined)
    .join(':');
}

/** "broken.yaml:3:1: message". */
export function describeError(error: ScanError): string {
  return `${describePlace(error)}: ${error.message}`;
}

/** The first place that shows the evidence which decided. */
export function decidingPlace(check: CheckExplanation): Evidence | undefined {
  return (
    check.evidence.find(evidence => evidence.decided && evidence.file) ??
    check.evidence.find(evidence => evidence.file)
  );
}
