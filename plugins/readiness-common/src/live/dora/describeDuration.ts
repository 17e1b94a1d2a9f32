const UNITS: ReadonlyArray<[string, number]> = [
  ['day', 24 * 60 * 60],
  ['hour', 60 * 60],
  ['minute', 60],
  ['second', 1],
];

/**
 * A length of time for a person, in the largest unit of which there are two.
 *
 * @public
 */
export function describeDuration(seconds: number): string {
  const [unit, length] =
    UNITS.find(([, size]) => seconds >= 2 * size) ?? UNITS[UNITS.length - 1];
  const count = Math.round(seconds / length);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
