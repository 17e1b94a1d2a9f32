import type { JsonValue } from '@backstage/types';

/** Whether a text is a JSON Pointer (RFC 6901). */
export function isJsonPointer(text: string): boolean {
  return text === '' || (text.startsWith('/') && !/~(?![01])/.test(text));
}

/**
 * The value that a JSON Pointer (RFC 6901) leads to; undefined where it leads
 * nowhere.
 *
 * @public
 */
export function resolveJsonPointer(
  document: JsonValue,
  pointer: string,
): JsonValue | undefined {
  let value: JsonValue | undefined = document;
  for (const key of pointer.split('/').slice(1).map(unescape)) {
    if (Array.isArray(value)) {
      value = /^(0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined;
    } else if (typeof value === 'object' && value !== null) {
      value = Object.hasOwn(value, key) ? value[key] : undefined;
    } else {
      return undefined;
    }
  }
  return value;
}

function unescape(key: string): string {
  return key.replace(/~1/g, '/').replace(/~0/g, '~');
}
