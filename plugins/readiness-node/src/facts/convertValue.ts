import type { JsonValue } from '@backstage/types';
import type { FactType, FactValue } from '@airworthy/plugin-readiness-common';

/**
 * A value of the wanted type, or why there is none, as half a sentence.
 *
 * @public
 */
export type ConvertedValue = { value: FactValue } | { refusal: string };

/**
 * A JSON value as a fact of one type. Annotations and labels are always texts,
 * so a text that spells a number, a bool or a list by commas counts as one.
 *
 * @public
 */
export function convertValue(type: FactType, value: JsonValue): ConvertedValue {
  switch (type) {
    case 'bool':
      return convertBool(value);
    case 'int':
      return convertNumber(value, Number.isSafeInteger, 'a whole number');
    case 'double':
      return convertNumber(value, Number.isFinite, 'a number');
    case 'timestamp':
      return convertTime(value);
    case 'strings':
      return convertStrings(value);
    default:
      return typeof value === 'string' ||
        typeof value === 'number' ||
        typeof value === 'boolean'
        ? { value: String(value) }
        : refuse(value, 'a text');
  }
}

function convertBool(value: JsonValue): ConvertedValue {
  if (typeof value === 'boolean') {
    return { value };
  }
  if (value === 'true' || value === 'false') {
    return { value: value === 'true' };
  }
  return refuse(value, 'true or false');
}

function convertNumber(
  value: JsonValue,
  fits: (number: number) => boolean,
  wanted: string,
): ConvertedValue {
  const number =
    typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && fits(number)
    ? { value: number }
    : refuse(value, wanted);
}

function convertTime(value: JsonValue): ConvertedValue {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time)
    ? refuse(value, 'a time in ISO 8601')
    : { value: new Date(time).toISOString() };
}

function convertStrings(value: JsonValue): ConvertedValue {
  if (Array.isArray(value) && value.every(entry => typeof entry === 'string')) {
    return { value: value.map(String) };
  }
  if (typeof value === 'string') {
    const entries = value.split(',').map(entry => entry.trim());
    return { value: entries.filter(Boolean) };
  }
  return refuse(value, 'a list of texts');
}

function refuse(value: JsonValue, wanted: string): ConvertedValue {
  const shown = JSON.stringify(value);
  return {
    refusal: `is ${
      shown.length > 60 ? `${shown.slice(0, 60)}…` : shown
    } where ${wanted} belongs`,
  };
}
