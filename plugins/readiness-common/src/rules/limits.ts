/**
 * Bounds that hold when an expression is loaded: nothing can stop one that runs,
 * in the same process as everything else.
 */
export const EXPRESSION_LIMITS = {
  /** Nodes of the syntax tree. */
  nodes: 400,
  /** Depth of the syntax tree. */
  depth: 40,
  /** Entries of one list literal. */
  listEntries: 200,
  /** Arguments of one call. */
  callArguments: 4,
  /** Characters of the text. */
  length: 4000,
  /**
   * Loops within loops. The `each` of a list rule is one; so are the
   * quantifiers, and a look into a list with `in` or `join`.
   */
  nestedLoops: 2,
} as const;

const HINTS: Record<string, string> = {
  matches:
    'matches is not offered, since a regular expression can take time without bound: use contains, startsWith, endsWith or in',
  'cel.bind': 'cel.bind is not offered: write the value where it is used',
  dyn: 'dyn is not offered, since it takes the types away: compare values of one type',
};

/** What an expression may call. Everything here takes linear time at most. */
const OFFERED_CALLS = new Set([
  ...['has', 'size', 'string', 'int', 'double', 'bool'],
  ...['timestamp', 'duration', 'days'],
]);

/** What an expression may call on a value. */
const OFFERED_METHODS = new Set([
  ...['all', 'exists', 'exists_one', 'filter', 'map'],
  ...['size', 'contains', 'startsWith', 'endsWith', 'join', 'split'],
  ...['lowerAscii', 'upperAscii', 'trim', 'indexOf', 'lastIndexOf'],
  ...['substring'],
  ...['getFullYear', 'getMonth', 'getDate', 'getDayOfMonth', 'getDayOfWeek'],
  ...['getHours', 'getMinutes', 'getSeconds', 'getMilliseconds'],
]);

/** Why a function is refused, or `undefined` where it is offered. */
export function refusalOfCall(name: string): string | undefined {
  return OFFERED_CALLS.has(name) ? undefined : refusal(name, OFFERED_CALLS);
}

/** Why a method is refused, or `undefined` where it is offered. */
export function refusalOfMethod(
  name: string,
  argumentCount: number,
): string | undefined {
  if (!OFFERED_METHODS.has(name)) {
    return refusal(name, OFFERED_METHODS);
  }
  // With a time zone the result would depend on the machine.
  return name.startsWith('get') && argumentCount > 0
    ? `${name} takes no time zone: times are in UTC`
    : undefined;
}

function refusal(name: string, offered: ReadonlySet<string>): string {
  return (
    HINTS[name] ??
    `${name} is not offered; there are ${[...offered].join(', ')}`
  );
}
