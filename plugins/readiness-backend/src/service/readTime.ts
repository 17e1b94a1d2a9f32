import { InputError } from '@backstage/errors';

/**
 * A time of the query, in milliseconds.
 *
 * @throws InputError where it cannot be read
 */
export function readTime(
  name: string,
  text: string | undefined,
): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    throw new InputError(`\`${name}\` is not a time in ISO 8601`);
  }
  return time;
}
