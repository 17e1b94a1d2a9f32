/**
 * Two significant digits: enough for people and thresholds, and a value that
 * trembles is not written anew on each run.
 */
export function roundRatio(value: number): number {
  return Number(value.toPrecision(2));
}
