import { parseDocument } from 'yaml';
import { z } from 'zod';
import type {
  CheckSummary,
  DraftCheck,
} from '@airworthy/plugin-readiness-common';

/** A draft as text, read: what to send, or what stands in the way. */
export type ReadDraft =
  | { ok: true; draft: DraftCheck }
  | { ok: false; message: string; line?: number; column?: number };

/**
 * Only that it is a map: what its keys mean is decided where the checklist is,
 * so that a draft fails with the words that a start would fail with.
 */
const checkSchema = z.record(z.string(), z.unknown());

/**
 * Reads a check as it is written below `readiness.checklist.checks.<id>`.
 *
 * @param replaces - id of the check of which it takes the keys that it leaves
 *   out.
 */
export function readDraft(text: string, replaces?: string): ReadDraft {
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error) {
    const [start] = error.linePos ?? [];
    return {
      ok: false,
      message: error.message.split('\n')[0],
      line: start?.line,
      column: start?.col,
    };
  }
  const check = checkSchema.safeParse(document.toJS({ maxAliasCount: 20 }));
  return check.success
    ? {
        ok: true,
        draft: { ...(replaces && { id: replaces }), check: check.data },
      }
    : { ok: false, message: 'notMap' };
}

/** What the editor begins with: a check that could be one's first. */
export function draftExample(question: string, level: string): string {
  return `question: ${question}
level: ${level}
title: At least 3 instances run
expected: at least 3 instances
rules:
  - each: workloads
    rule: workload.minReplicas >= 3
    whenEmpty: unknown
fix:
  title: Run 3 instances
  steps:
    - Set \`spec.replicas\` to 3.
`;
}

/** What the editor begins with where the draft replaces a check. */
export function replacingExample(check: CheckSummary): string {
  const rules = check.rules
    .flatMap(rule => rule.split('\n'))
    .map(line => `# ${line}`)
    .join('\n');
  return `# Keys that are left out stay as they are. Its rule is now:
${rules}
level: ${check.level}
`;
}

/** The draft as it stands in `app-config.yaml`. */
export function draftAsConfig(id: string, text: string): string {
  const lines = text
    .trimEnd()
    .split('\n')
    .map(line => (line ? `        ${line}` : line));
  return ['readiness:', '  checklist:', '    checks:', `      ${id}:`, ...lines]
    .join('\n')
    .concat('\n');
}
