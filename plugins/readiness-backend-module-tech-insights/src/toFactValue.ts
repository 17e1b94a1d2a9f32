import {
  refusalOfValue,
  type FactType,
  type FactValue,
} from '@airworthy/plugin-readiness-common';

/** A value of a fact, or why it is none. */
export type ReadValue =
  | { value: FactValue; refusal?: undefined }
  | { value?: undefined; refusal: string };

/**
 * What a retriever retrieved as a value of a fact. Times may be those of Luxon or
 * of JavaScript.
 */
export function toFactValue(type: FactType, retrieved: unknown): ReadValue {
  const value = plain(retrieved);
  const refusal = refusalOfValue(type, value);
  return refusal === undefined && isFactValue(value)
    ? { value }
    : { refusal: refusal ?? 'is of no type that a fact may have' };
}

function plain(value: unknown): unknown {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  }
  if (typeof value === 'object' && value !== null && 'toJSDate' in value) {
    const { toJSDate } = value;
    return typeof toJSDate === 'function'
      ? plain(toJSDate.call(value))
      : undefined;
  }
  return value instanceof Set ? [...value] : value;
}

function isFactValue(value: unknown): value is FactValue {
  return (
    ['boolean', 'number', 'string'].includes(typeof value) ||
    (Array.isArray(value) && value.every(entry => typeof entry === 'string'))
  );
}
