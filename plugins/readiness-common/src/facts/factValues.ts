import type { FactType, FactValue } from './types';

/**
 * The most members of a list, and the most entries of a `strings` value, that a
 * rule looks at: with two nested quantifiers it bounds the cost of a rule.
 *
 * @public
 */
export const MAX_LIST_MEMBERS = 1000;

/** The longest text that a rule looks at, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 10_000;

/**
 * Why a value cannot stand for a fact of that type, as half a sentence, or
 * `undefined` where it can.
 *
 * A source's mistake must not reach a rule, where a comparison of unlike types
 * is silently false.
 */
export function refusalOfValue(
  type: FactType,
  value: unknown,
): string | undefined {
  switch (type) {
    case 'bool':
      return typeof value === 'boolean' ? undefined : stated(value, 'a bool');
    case 'int':
      return Number.isSafeInteger(value)
        ? undefined
        : stated(value, 'a whole number');
    case 'double':
      return Number.isFinite(value) ? undefined : stated(value, 'a number');
    case 'string':
      return refusalOfText(value);
    case 'timestamp':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value))
        ? undefined
        : stated(value, 'a time in ISO 8601');
    case 'strings':
      return refusalOfTexts(value);
    default:
      return `has the unknown type ${String(type)}`;
  }
}

/** Whether two values of one fact say the same; the order of texts is nothing. */
export function sameValue(a: FactValue, b: FactValue): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    const left = new Set(a);
    const right = new Set(b);
    return left.size === right.size && b.every(entry => left.has(entry));
  }
  return a === b;
}

function refusalOfText(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return stated(value, 'a text');
  }
  return value.length > MAX_TEXT_LENGTH
    ? `is longer than ${MAX_TEXT_LENGTH} characters`
    : undefined;
}

function refusalOfTexts(value: unknown): string | undefined {
  if (!Array.isArray(value)) {
    return stated(value, 'a list of texts');
  }
  if (value.length > MAX_LIST_MEMBERS) {
    return `has more than ${MAX_LIST_MEMBERS} entries`;
  }
  for (const entry of value) {
    const reason = refusalOfText(entry);
    if (reason) {
      return reason;
    }
  }
  return undefined;
}

function stated(value: unknown, wanted: string): string {
  const shown = JSON.stringify(value) ?? String(value);
  return `is ${
    shown.length > 60 ? `${shown.slice(0, 60)}…` : shown
  } where ${wanted} belongs`;
}
