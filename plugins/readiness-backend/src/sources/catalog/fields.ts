import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * The value at a dot path. Keys may hold dots themselves, as annotations do:
 * the longest key that is there wins.
 */
export function field(
  value: JsonValue | undefined,
  path: string,
): JsonValue | undefined {
  if (path === '') {
    return value;
  }
  if (!isObject(value)) {
    return undefined;
  }
  const words = path.split('.');
  for (let length = words.length; length > 0; length--) {
    const key = words.slice(0, length).join('.');
    if (Object.hasOwn(value, key)) {
      const found = field(value[key], words.slice(length).join('.'));
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

/** The objects of a list; none where it is none. */
export function objects(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The texts of a list that are not empty; none where it is none. */
export function strings(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter(
        (entry): entry is string => typeof entry === 'string' && entry !== '',
      )
    : [];
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
