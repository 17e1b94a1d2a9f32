import { durationOf } from '../support/source/durations';
import type { Unit } from './ClientLibrary';

/** A number as written, in milliseconds where it is a time; undefined if none. */
export function millisecondsIn(text: string, unit: Unit): number | undefined {
  const trimmed = text.trim().replace(/^["']|["']$/g, '');
  const duration = durationOf(trimmed);
  if (duration !== undefined) {
    return Math.round(duration);
  }
  if (!/^\d{1,12}(?:\.\d{1,6})?$/.test(trimmed)) {
    return undefined;
  }
  return Math.round(Number(trimmed) * (unit === 's' ? 1000 : 1));
}

/**
 * A parameter of an address or of a list of `name=value` words, and where it
 * stands. The value is unescaped as far as it can be.
 */
export function parameterInAddress(
  address: string,
  name: string,
): { value: string; offset: number } | undefined {
  const pattern = new RegExp(
    `(?:^|[?&;\\s"'\`])${name.replace(
      /[.$[\]]/g,
      '\\$&',
    )}=('[^']{0,200}'|[^&;\\s"'\`]{1,200})`,
  );
  const match = pattern.exec(address);
  if (!match) {
    return undefined;
  }
  let value = match[1].replace(/^'|'$/g, '');
  try {
    value = decodeURIComponent(value.replace(/\+/g, ' '));
  } catch {
    // Not escaped after all: it counts as written.
  }
  return { value, offset: match.index + match[0].indexOf(name) };
}
