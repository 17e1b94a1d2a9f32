import { median } from './median';

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEKS = 13;
const MONTHS = 3;

/**
 * How often deployments usually are, over three months: daily if the median
 * week has three or more days with one, weekly if one or more, monthly if the
 * median month has one or more.
 *
 * @param ends - when deployments ended; milliseconds
 * @param since - when the three months began; milliseconds
 * @see https://github.com/dora-team/fourkeys/blob/main/METRICS.md
 */
export function deploymentRhythm(
  ends: readonly number[],
  since: number,
): string {
  const days = [
    ...new Set(ends.map(end => Math.floor((end - since) / DAY_MS))),
  ];
  const daysIn = (spans: number, length: number) =>
    Array.from(
      { length: spans },
      (_, span) =>
        days.filter(
          day => Math.min(Math.floor(day / length), spans - 1) === span,
        ).length,
    );
  const week = median(daysIn(WEEKS, 7)) ?? 0;
  if (week >= 3) {
    return 'daily';
  }
  if (week >= 1) {
    return 'weekly';
  }
  return (median(daysIn(MONTHS, (WEEKS * 7) / MONTHS)) ?? 0) >= 1
    ? 'monthly'
    : 'less than monthly';
}
