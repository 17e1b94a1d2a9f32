/**
 * The two parts of a record's file, with the offsets at which they stand.
 *
 * @public
 */
export interface RecordParts {
  /** The file as it was given. */
  text: string;
  /** Front matter between the fences, undefined without a fence at byte 0. */
  frontMatter?: { text: string; offset: number };
  /** Everything below the closing fence. */
  body: { text: string; offset: number };
  /** What follows the opening dashes: must be empty, `js` is refused. */
  language: string;
  /** The opening fence has no closing one. */
  unclosed: boolean;
}

/**
 * Splits a record's file at its fences. A byte order mark is stepped over, and
 * line ends may be LF or CRLF; the fence has to stand at the very start, since
 * a thematic break further down is not front matter.
 *
 * @public
 */
export function splitFrontMatter(text: string): RecordParts {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const withoutFence = (unclosed: boolean, language = ''): RecordParts => ({
    text,
    body: { text: text.slice(start), offset: start },
    language,
    unclosed,
  });
  if (!text.startsWith('---', start)) {
    return withoutFence(false);
  }
  const firstEnd = endOfLine(text, start);
  const language = text.slice(start + 3, firstEnd.content).trim();
  if (/^-/.test(text.slice(start + 3))) {
    // Four dashes or more are a thematic break.
    return withoutFence(false);
  }
  let position = firstEnd.next;
  while (position < text.length) {
    const end = endOfLine(text, position);
    if (/^---[ \t]*$/.test(text.slice(position, end.content))) {
      return {
        text,
        frontMatter: {
          text: text.slice(firstEnd.next, position),
          offset: firstEnd.next,
        },
        body: { text: text.slice(end.next), offset: end.next },
        language,
        unclosed: false,
      };
    }
    position = end.next;
  }
  return withoutFence(true, language);
}

function endOfLine(
  text: string,
  from: number,
): { content: number; next: number } {
  const newline = text.indexOf('\n', from);
  if (newline < 0) {
    return { content: text.length, next: text.length };
  }
  const content = text[newline - 1] === '\r' ? newline - 1 : newline;
  return { content, next: newline + 1 };
}
