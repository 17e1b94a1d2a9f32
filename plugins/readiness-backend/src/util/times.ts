import type { StoredTime } from '../database';

/** Milliseconds of a time in ISO 8601; nothing where it cannot be read. */
export function toMilliseconds(text: string | undefined): number | null {
  const at = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** ISO 8601 of a stored time. */
export function toText(at: StoredTime): string {
  return new Date(Number(at)).toISOString();
}
