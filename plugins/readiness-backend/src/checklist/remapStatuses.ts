/** Stands for a check that was not there: it counts nowhere. */
const ABSENT = 'n';

/**
 * Packed statuses brought from one order of columns into another. A check that
 * was not there before is not applicable until it is evaluated.
 */
export function remapStatuses(
  statuses: string,
  from: readonly string[],
  to: readonly string[],
): string {
  const byId = new Map(from.map((id, index) => [id, statuses[index]]));
  return to.map(id => byId.get(id) ?? ABSENT).join('');
}
