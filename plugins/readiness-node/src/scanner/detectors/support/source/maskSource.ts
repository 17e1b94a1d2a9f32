/** The syntax of comments and strings that a file follows. */
export type Syntax =
  | 'javascript'
  | 'python'
  | 'go'
  | 'java'
  | 'ruby'
  | 'rust'
  | 'csharp'
  | 'terraform'
  | 'properties';

/** A source text in two forms, both exactly as long as the original. */
export interface MaskedSource {
  /** Comments are blank. */
  code: string;
  /** Comments and the insides of strings are blank: safe to count brackets in. */
  skeleton: string;
}

const SLASH_COMMENTS = new Set<Syntax>([
  'javascript',
  'go',
  'java',
  'rust',
  'csharp',
  'terraform',
]);
const HASH_COMMENTS = new Set<Syntax>([
  'python',
  'ruby',
  'terraform',
  'properties',
]);

function quotesOf(syntax: Syntax): string {
  switch (syntax) {
    case 'javascript':
    case 'go':
      return '"\'`';
    case 'python':
    case 'ruby':
      return '"\'';
    case 'properties':
      return '';
    case 'rust':
      // A single quote also starts a lifetime, which nothing closes.
      return '"';
    default:
      return syntax === 'terraform' ? '"' : '"\'';
  }
}

/** Whether a slash starts a regular expression rather than a division. */
function startsRegExp(text: string, position: number): boolean {
  let before = position - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) {
    before -= 1;
  }
  return before < 0 || '(,=:[!&|?{};\n'.includes(text[before]);
}

/** The position behind a string, a template or a regular expression. */
function endOfQuoted(text: string, start: number, quote: string): number {
  const multiline = quote === '`' || quote.length === 3;
  let position = start + quote.length;
  while (position < text.length) {
    if (text[position] === '\\') {
      position += 2;
    } else if (text.startsWith(quote, position)) {
      return position + quote.length;
    } else if (text[position] === '\n' && !multiline) {
      // Not closed on its line: it was no string after all.
      return position;
    } else {
      position += 1;
    }
  }
  return text.length;
}

/**
 * Blanks comments, and in a second form the insides of strings too. One pass,
 * so that no input makes it slow; line breaks stay where they are.
 */
export function maskSource(text: string, syntax: Syntax): MaskedSource {
  const code = text.split('');
  const skeleton = text.split('');
  const quotes = quotesOf(syntax);
  const blank = (target: string[], from: number, to: number) => {
    for (let index = from; index < to; index += 1) {
      if (target[index] !== '\n') {
        target[index] = ' ';
      }
    }
  };
  let position = 0;
  while (position < text.length) {
    const character = text[position];
    let end = position + 1;
    if (
      (SLASH_COMMENTS.has(syntax) && text.startsWith('//', position)) ||
      (HASH_COMMENTS.has(syntax) && character === '#')
    ) {
      const newline = text.indexOf('\n', position);
      end = newline < 0 ? text.length : newline;
      blank(code, position, end);
      blank(skeleton, position, end);
    } else if (SLASH_COMMENTS.has(syntax) && text.startsWith('/*', position)) {
      const close = text.indexOf('*/', position + 2);
      end = close < 0 ? text.length : close + 2;
      blank(code, position, end);
      blank(skeleton, position, end);
    } else if (quotes.includes(character)) {
      const triple = character.repeat(3);
      const quote =
        syntax === 'python' && text.startsWith(triple, position)
          ? triple
          : character;
      end = endOfQuoted(text, position, quote);
      blank(skeleton, position + quote.length, end - quote.length);
    } else if (
      syntax === 'javascript' &&
      character === '/' &&
      startsRegExp(text, position)
    ) {
      end = endOfQuoted(text, position, '/');
      blank(skeleton, position + 1, end - 1);
    }
    position = end;
  }
  return { code: code.join(''), skeleton: skeleton.join('') };
}
