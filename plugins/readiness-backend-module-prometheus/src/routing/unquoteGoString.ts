const PIECE =
  /\\x([0-9a-fA-F]{2})|\\([0-7]{3})|\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\([abfnrtv\\"])|([^"\\\n]+)/y;

const CONTROLS: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * The text of a double-quoted Go string literal; undefined where it is none, or
 * not UTF-8.
 *
 * @see https://go.dev/ref/spec#String_literals
 */
export function unquoteGoString(literal: string): string | undefined {
  const inside = /^"([^]*)"$/.exec(literal)?.[1];
  if (inside === undefined) {
    return undefined;
  }
  const bytes: Buffer[] = [];
  PIECE.lastIndex = 0;
  for (let at = 0; at < inside.length; at = PIECE.lastIndex) {
    const piece = readPiece(PIECE.exec(inside));
    if (!piece) {
      return undefined;
    }
    bytes.push(piece);
  }
  try {
    // Escapes may spell the bytes of one character one by one.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Buffer.concat(bytes),
    );
  } catch {
    return undefined;
  }
}

function readPiece(match: RegExpExecArray | null): Buffer | undefined {
  if (!match) {
    return undefined;
  }
  const [, hex, octal, short, long, escape, plain] = match;
  if (hex !== undefined) {
    return Buffer.from(hex, 'hex');
  }
  if (octal !== undefined) {
    const byte = parseInt(octal, 8);
    return byte > 255 ? undefined : Buffer.of(byte);
  }
  const codePoint = short ?? long;
  if (codePoint !== undefined) {
    const value = parseInt(codePoint, 16);
    const exists = value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
    return exists ? Buffer.from(String.fromCodePoint(value)) : undefined;
  }
  return Buffer.from(plain ?? CONTROLS[escape] ?? escape);
}
