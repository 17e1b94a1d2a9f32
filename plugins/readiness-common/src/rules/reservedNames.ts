/**
 * First words that no fact may have: what the engine binds itself, and what CEL
 * keeps for itself.
 */
export const RESERVED_ROOTS: ReadonlySet<string> = new Set([
  'entity',
  'params',
  'now',
  'failing',
  'passing',
  // Words and type names of CEL.
  ...['as', 'break', 'const', 'continue', 'else', 'false', 'for', 'function'],
  ...['if', 'import', 'in', 'let', 'loop', 'namespace', 'null', 'package'],
  ...['return', 'true', 'var', 'void', 'while'],
  ...['bool', 'bytes', 'cel', 'double', 'dyn', 'google', 'int', 'map'],
  ...['optional', 'string', 'type', 'uint', 'list'],
]);
