/**
 * The value below which a share of the values lies, by the nearest rank; the
 * values need not be sorted. 0 for no values.
 *
 * @param share - 0 to 1
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
