import type { Origin } from '@airworthy/plugin-readiness-common';
import { closingBracket, lineAt } from '../support/source/expressions';
import type { SourceFile } from '../support/source/sourceFiles';

/** Something counts or limits the attempts. */
const COUNTS =
  /\b\w{0,30}(?:attempt|tries|retries|deadline|elapsed)\w{0,20}\b\s*(?:\+\+|\+=|[<>]=?|--)|[<>]=?\s*\w{0,30}(?:max|limit)\w{0,30}/i;

/** Loops that are looked at in one file. */
const MAX_LOOPS = 200;

const EXITS = /\b(?:break|return|throw|raise|panic|exit|Exit|Fatal)\b/;

/** `while (true) { try { …; return } catch { wait } }`. */
function isEndlessCatch(body: string): boolean {
  const caught = /\bcatch\b[^{]{0,200}\{/.exec(body);
  if (!caught) {
    return false;
  }
  const open = caught.index + caught[0].length - 1;
  const close = closingBracket(body, open) ?? body.length;
  return (
    /\b(?:break|return)\b/.test(body.slice(0, caught.index)) &&
    !EXITS.test(body.slice(open, close)) &&
    !COUNTS.test(body)
  );
}

/** `for { err := work(); if err == nil { break }; sleep }`. */
function isEndlessCheck(body: string): boolean {
  const success = /\bif\b[^{]{0,200}\berr\s*==\s*nil\b[^{]{0,200}\{/.exec(body);
  if (!success) {
    return false;
  }
  const open = success.index + success[0].length - 1;
  const close = closingBracket(body, open) ?? body.length;
  return (
    EXITS.test(body.slice(open, close)) &&
    !EXITS.test(body.slice(0, success.index) + body.slice(close)) &&
    !COUNTS.test(body)
  );
}

function inBraces(file: SourceFile): number | undefined {
  const { skeleton } = file.masked();
  let loops = 0;
  for (const match of skeleton.matchAll(
    /\b(?:while\s{0,4}\(\s{0,4}(?:true|1)\s{0,4}\)|for\s{0,4}\(\s{0,4};\s{0,4};\s{0,4}\)|for|loop)\s{0,40}\{/g,
  )) {
    loops += 1;
    if (loops > MAX_LOOPS) {
      break;
    }
    const open = match.index + match[0].length - 1;
    const close = closingBracket(skeleton, open);
    const body = close === undefined ? '' : skeleton.slice(open, close + 1);
    if (file.syntax === 'go' ? isEndlessCheck(body) : isEndlessCatch(body)) {
      return match.index;
    }
  }
  return undefined;
}

/** `while True:` whose `try` leaves it and whose `except` does not. */
function inIndentation(file: SourceFile): number | undefined {
  const { skeleton } = file.masked();
  let loops = 0;
  for (const match of skeleton.matchAll(
    /^([ \t]{0,80})while\s{1,4}(?:True|1)\s{0,4}:/gm,
  )) {
    loops += 1;
    if (loops > MAX_LOOPS) {
      break;
    }
    const lines = skeleton.slice(match.index, match.index + 20_000).split('\n');
    const indent = match[1].length;
    const end = lines.findIndex(
      (line, index) =>
        index > 0 &&
        line.trim() !== '' &&
        line.length - line.trimStart().length <= indent,
    );
    const body = lines.slice(1, end < 0 ? undefined : end).join('\n');
    const except = body.search(/^[ \t]{0,200}except\b/m);
    if (
      except >= 0 &&
      /\b(?:break|return)\b/.test(body.slice(0, except)) &&
      !EXITS.test(body.slice(except)) &&
      !COUNTS.test(body)
    ) {
      return match.index;
    }
  }
  return undefined;
}

/**
 * Where a loop tries the same thing again until it succeeds, however often it
 * fails. A loop that takes one message after the other is none: success does
 * not end it.
 */
export function findEndlessRetry(
  files: readonly SourceFile[],
): Origin | undefined {
  for (const file of files) {
    const offset =
      file.syntax === 'python' ? inIndentation(file) : inBraces(file);
    if (offset !== undefined) {
      return { file: file.path, line: lineAt(file.text, offset) };
    }
  }
  return undefined;
}
