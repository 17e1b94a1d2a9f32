/** A plain object as YAML and JSON make it. */
export type PlainObject = Record<string, unknown>;

/** Whether a value is an object with keys: neither a list nor null. */
export function isObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of keys and indices, or undefined. */
export function valueAt(
  value: unknown,
  ...path: ReadonlyArray<string | number>
): unknown {
  let current: unknown = value;
  for (const step of path) {
    if (typeof step === 'number' && Array.isArray(current)) {
      current = current[step];
    } else if (
      isObject(current) &&
      Object.prototype.hasOwnProperty.call(current, step)
    ) {
      current = current[step];
    } else {
      return undefined;
    }
  }
  return current;
}

/** The object at a path, or an empty one. */
export function objectAt(
  value: unknown,
  ...path: ReadonlyArray<string | number>
): PlainObject {
  const found = valueAt(value, ...path);
  return isObject(found) ? found : {};
}

/** The list at a path, or an empty one. */
export function listAt(
  value: unknown,
  ...path: ReadonlyArray<string | number>
): unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The string at a path; numbers and booleans are written out. */
export function stringAt(
  value: unknown,
  ...path: ReadonlyArray<string | number>
): string | undefined {
  const found = valueAt(value, ...path);
  if (typeof found === 'string') {
    return found;
  }
  return typeof found === 'number' || typeof found === 'boolean'
    ? String(found)
    : undefined;
}

/** The number at a path, also when it is written as a string. */
export function numberAt(
  value: unknown,
  ...path: ReadonlyArray<string | number>
): number | undefined {
  const found = stringAt(value, ...path);
  if (found === undefined || found.trim() === '') {
    return undefined;
  }
  const number = Number(found);
  return Number.isFinite(number) ? number : undefined;
}
