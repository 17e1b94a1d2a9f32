import type { JsonObject, JsonValue } from '@backstage/types';

/** Whether a value is an object with keys. */
export function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of keys and indices. */
export function valueAt(
  value: JsonValue | undefined,
  ...path: Array<string | number>
): JsonValue | undefined {
  let current = value;
  for (const key of path) {
    if (Array.isArray(current) && typeof key === 'number') {
      current = current[key];
    } else if (
      isRecord(current) &&
      typeof key === 'string' &&
      Object.hasOwn(current, key)
    ) {
      current = current[key];
    } else {
      return undefined;
    }
  }
  return current;
}

/** The object at a path; empty where there is none. */
export function recordAt(
  value: JsonValue | undefined,
  ...path: Array<string | number>
): JsonObject {
  const found = valueAt(value, ...path);
  return isRecord(found) ? found : {};
}

/** The list at a path; empty where there is none. */
export function listAt(
  value: JsonValue | undefined,
  ...path: Array<string | number>
): readonly JsonValue[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The strings of the list at a path. */
export function stringsAt(
  value: JsonValue | undefined,
  ...path: Array<string | number>
): string[] {
  return listAt(value, ...path).filter(item => typeof item === 'string');
}

/** The string at a path. */
export function stringAt(
  value: JsonValue | undefined,
  ...path: Array<string | number>
): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** The whole number at a path. */
export function integerAt(
  value: JsonValue | undefined,
  ...path: Array<string | number>
): number | undefined {
  const found = valueAt(value, ...path);
  return Number.isInteger(found) ? Number(found) : undefined;
}

/** The bool at a path. */
export function booleanAt(
  value: JsonValue | undefined,
  ...path: Array<string | number>
): boolean | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'boolean' ? found : undefined;
}

/** The entries of the object at a path whose values are strings. */
export function stringEntriesAt(
  value: JsonValue | undefined,
  ...path: Array<string | number>
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(recordAt(value, ...path)).flatMap(([key, entry]) =>
      typeof entry === 'string' ? [[key, entry]] : [],
    ),
  );
}

/** Whether two JSON values are equal; the order of keys does not matter. */
export function isSameJson(
  a: JsonValue | undefined,
  b: JsonValue | undefined,
): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return (
      a.length === b.length &&
      a.every((item, index) => isSameJson(item, b[index]))
    );
  }
  if (isRecord(a) && isRecord(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every(key => Object.hasOwn(b, key) && isSameJson(a[key], b[key]))
    );
  }
  return a === b;
}

/** Whether a value is JSON: what a parsed document holds always is. */
export function isJsonValue(value: unknown): value is JsonValue {
  return (
    value === null ||
    ['string', 'number', 'boolean'].includes(typeof value) ||
    (Array.isArray(value) && value.every(isJsonValue)) ||
    (isRecord(value) && Object.values(value).every(isJsonValue))
  );
}
