import type { SourceFile } from './sourceFiles';

/** A piece of source, and where it begins in its file. */
export interface Piece {
  text: string;
  offset: number;
}

const OPENING = '([{';
const CLOSING = ')]}';

/** The 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (
    let newline = text.indexOf('\n');
    newline >= 0 && newline < offset;
    newline = text.indexOf('\n', newline + 1)
  ) {
    line += 1;
  }
  return line;
}

/** Characters between two brackets; more is a program, not an expression. */
const MAX_SPAN = 20_000;

/** Occurrences of one name that are looked at in one file. */
const MAX_OCCURRENCES = 500;

/**
 * The position of the bracket that closes the one at `open`; undefined where
 * none does within a sensible distance.
 */
export function closingBracket(
  skeleton: string,
  open: number,
): number | undefined {
  let depth = 0;
  const end = Math.min(skeleton.length, open + MAX_SPAN);
  for (let position = open; position < end; position += 1) {
    if (OPENING.includes(skeleton[position])) {
      depth += 1;
    } else if (CLOSING.includes(skeleton[position])) {
      depth -= 1;
      if (depth === 0) {
        return position;
      }
    }
  }
  return undefined;
}

/** What stands between two positions, parted at commas that no bracket holds. */
export function splitAtCommas(
  file: SourceFile,
  from: number,
  to: number,
): Piece[] {
  const { code, skeleton } = file.masked();
  const pieces: Piece[] = [];
  let depth = 0;
  let start = from;
  const push = (end: number) => {
    const text = code.slice(start, end);
    if (text.trim() !== '') {
      const indent = text.length - text.trimStart().length;
      pieces.push({ text: text.trim(), offset: start + indent });
    }
  };
  for (let position = from; position < to; position += 1) {
    const character = skeleton[position];
    if (OPENING.includes(character)) {
      depth += 1;
    } else if (CLOSING.includes(character)) {
      depth -= 1;
    } else if (character === ',' && depth === 0) {
      push(position);
      start = position + 1;
    }
  }
  push(to);
  return pieces;
}

/** The named values of an object literal, a struct, a dictionary or arguments. */
export interface NamedValues {
  values: Map<string, Piece>;
  /** More may be set than can be seen: a spread, or a computed name. */
  open: boolean;
}

/** Reads `{ a: 1, 'b': 2, c = 3 }`, the brace at `offset`. */
export function readObject(
  file: SourceFile,
  offset: number,
): NamedValues | undefined {
  const end = closingBracket(file.masked().skeleton, offset);
  return end === undefined
    ? undefined
    : readNamed(file, splitAtCommas(file, offset + 1, end));
}

/** Reads the `name: value` and `name = value` pieces among several. */
export function readNamed(
  file: SourceFile,
  pieces: readonly Piece[],
): NamedValues {
  const { code } = file.masked();
  const named: NamedValues = { values: new Map(), open: false };
  for (const { text, offset } of pieces) {
    const key =
      /^(?:"([^"\n]{1,100})"|'([^'\n]{1,100})'|:?([A-Za-z_$][\w$]{0,100}))\s*(?:=>|:(?!:)|=(?!=))\s*/.exec(
        text,
      );
    if (key) {
      const start = offset + key[0].length;
      named.values.set(key[1] ?? key[2] ?? key[3], {
        text: code.slice(start, offset + text.length).trim(),
        offset: start,
      });
    } else if (/^[A-Za-z_$][\w$]*$/.test(text)) {
      // Shorthand: `{ statement_timeout }`.
      named.values.set(text, { text, offset });
    } else if (/^(?:\.\.\.|\*\*|\[)/.test(text)) {
      named.open = true;
    }
  }
  return named;
}

/** One call: `new pg.Pool({ … })`. */
export interface Call {
  /** With what stands before it: `pg.Pool`. */
  callee: string;
  isNew: boolean;
  offset: number;
  arguments: Piece[];
}

/** Type arguments longer than this are none. */
const MAX_TYPE_ARGUMENTS = 200;

/** Finds the calls of a function, a method or a constructor of this name. */
export function findCalls(file: SourceFile, name: string): Call[] {
  const { skeleton } = file.masked();
  const calls: Call[] = [];
  let occurrences = 0;
  for (
    let at = skeleton.indexOf(name);
    at >= 0 && occurrences < MAX_OCCURRENCES;
    at = skeleton.indexOf(name, at + name.length)
  ) {
    occurrences += 1;
    let open = at + name.length;
    if (
      /[\w$]/.test(skeleton[at - 1] ?? ' ') ||
      /[\w$]/.test(skeleton[open] ?? ' ')
    ) {
      continue;
    }
    const types = /^(?:::)?<[^(){};]{0,200}>/.exec(
      skeleton.slice(open, open + MAX_TYPE_ARGUMENTS + 4),
    );
    open += types?.[0].length ?? 0;
    while (skeleton[open] === ' ') {
      open += 1;
    }
    const end =
      skeleton[open] === '(' ? closingBracket(skeleton, open) : undefined;
    if (end === undefined) {
      continue;
    }
    let start = at;
    while (
      start > 0 &&
      at - start < 200 &&
      /[\w$.:?]/.test(skeleton[start - 1])
    ) {
      start -= 1;
    }
    const before = skeleton.slice(Math.max(0, start - 12), start).trimEnd();
    if (/\b(?:function|func|def|fn|class)$/.test(before)) {
      continue;
    }
    calls.push({
      callee: skeleton.slice(start, at + name.length),
      isNew: /\bnew$/.test(before),
      offset: start,
      arguments: splitAtCommas(file, open + 1, end),
    });
  }
  return calls;
}

/** The expression that begins at an offset: up to where its line or list ends. */
export function expressionAt(file: SourceFile, offset: number): Piece {
  const { code, skeleton } = file.masked();
  let depth = 0;
  let end = offset;
  const last = Math.min(skeleton.length, offset + MAX_SPAN);
  for (; end < last; end += 1) {
    const character = skeleton[end];
    if (OPENING.includes(character)) {
      depth += 1;
    } else if (CLOSING.includes(character)) {
      if (depth === 0) {
        break;
      }
      depth -= 1;
    } else if (depth === 0 && (character === ',' || character === ';')) {
      break;
    } else if (depth === 0 && character === '\n') {
      const next = skeleton.slice(end + 1, end + 200).trimStart();
      const written = code.slice(offset, end).trim();
      if (written !== '' && !/^(?:[?.*|]|&&)/.test(next)) {
        break;
      }
    }
  }
  return { text: code.slice(offset, end).trim(), offset };
}
