import { structuredPatch } from 'diff';

/**
 * A line of a difference.
 *
 * @public
 */
export interface DiffLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/**
 * Lines that changed, with some around them.
 *
 * @public
 */
export interface DiffHunk {
  /** 1-based, in the older text. */
  fromLine: number;
  /** 1-based, in the newer text. */
  toLine: number;
  lines: DiffLine[];
}

/** Beyond this many changed lines the whole text counts as replaced. */
const MAX_CHANGES = 1000;

const KINDS: Record<string, DiffLine['kind']> = {
  ' ': 'same',
  '+': 'added',
  '-': 'removed',
};

/**
 * What differs between two texts, line by line; empty where nothing does.
 * Line ends count: a file that went from CRLF to LF differs in every line.
 *
 * @param options - `context`: unchanged lines around a change, 3 unless told.
 *
 * @public
 */
export function diffTexts(
  from: string,
  to: string,
  options: { context?: number } = {},
): DiffHunk[] {
  if (from === to) {
    return [];
  }
  const patch = structuredPatch('', '', from, to, undefined, undefined, {
    context: options.context ?? 3,
    maxEditLength: MAX_CHANGES,
    stripTrailingCr: false,
  });
  if (!patch) {
    return [
      {
        fromLine: 1,
        toLine: 1,
        lines: [...linesAs('removed', from), ...linesAs('added', to)],
      },
    ];
  }
  return patch.hunks.map(hunk => ({
    fromLine: hunk.oldStart,
    toLine: hunk.newStart,
    lines: hunk.lines
      // "\ No newline at end of file" is no line of either text.
      .filter(line => line[0] in KINDS)
      .map(line => ({ kind: KINDS[line[0]], text: line.slice(1) })),
  }));
}

function linesAs(kind: DiffLine['kind'], text: string): DiffLine[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map(line => ({ kind, text: line }));
}
