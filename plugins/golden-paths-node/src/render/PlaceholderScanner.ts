/** One `${{ … }}` or `{% … %}` of a template. */
export interface Placeholder {
  kind: 'output' | 'block';
  /** What stands between the delimiters, trim marks included. */
  inner: string;
  /** Offset of the delimiter that opens it. */
  start: number;
  /** Offset after the delimiter that closes it. */
  end: number;
}

const RAW = /^-?\s*raw\s*-?$/;
const END_RAW = /\{%-?\s*endraw\s*-?%\}/g;

/**
 * Finds the placeholders of a template, those in comments and `raw` blocks
 * left out. An unclosed one ends the search: the renderer names it.
 */
export function scanPlaceholders(source: string): Placeholder[] {
  const found: Placeholder[] = [];
  let position = 0;
  while (position < source.length) {
    const opening = /\$\{\{|\{%|\{#/g;
    opening.lastIndex = position;
    const match = opening.exec(source);
    if (!match) {
      break;
    }
    if (match[0] === '{#') {
      const close = source.indexOf('#}', opening.lastIndex);
      if (close < 0) {
        break;
      }
      position = close + 2;
      continue;
    }
    const kind = match[0] === '{%' ? 'block' : 'output';
    const close = findClose(
      source,
      opening.lastIndex,
      kind === 'block' ? '%}' : '}}',
    );
    if (close < 0) {
      break;
    }
    const inner = source.slice(opening.lastIndex, close);
    found.push({ kind, inner, start: match.index, end: close + 2 });
    position = close + 2;
    if (kind === 'block' && RAW.test(inner)) {
      END_RAW.lastIndex = position;
      const end = END_RAW.exec(source);
      if (!end) {
        break;
      }
      position = END_RAW.lastIndex;
    }
  }
  return found;
}

/** The delimiter may stand in a string of the expression. */
function findClose(source: string, from: number, delimiter: string): number {
  let quote: string | undefined;
  for (let at = from; at < source.length; at++) {
    const character = source[at];
    if (quote !== undefined) {
      if (character === '\\') {
        at++;
      } else if (character === quote) {
        quote = undefined;
      }
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (source.startsWith(delimiter, at)) {
      return at;
    }
  }
  return -1;
}
