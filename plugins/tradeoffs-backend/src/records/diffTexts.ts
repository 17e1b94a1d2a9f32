import { structuredPatch } from 'diff';
import type { RecordDiff } from '@airworthy/plugin-tradeoffs-common';

/** Lines around a change that are shown with it. */
const CONTEXT = 3;

/** What differs between two texts, line by line. */
export function diffTexts(from: string, to: string): RecordDiff['hunks'] {
  const patch = structuredPatch('', '', from, to, undefined, undefined, {
    context: CONTEXT,
  });
  return patch.hunks.map(hunk => ({
    fromLine: hunk.oldStart,
    toLine: hunk.newStart,
    lines: hunk.lines
      // "\ No newline at end of file"
      .filter(line => !line.startsWith('\\'))
      .map(line => ({ kind: kindOf(line), text: line.slice(1) })),
  }));
}

function kindOf(line: string): 'same' | 'added' | 'removed' {
  if (line.startsWith('+')) {
    return 'added';
  }
  return line.startsWith('-') ? 'removed' : 'same';
}
