import type { ScorecardRow } from '@airworthy/plugin-readiness-common';

const GOOD = 1;
const BAD = 2;

/** What each letter of a packed row adds: nothing, to the good, or to the bad. */
const weights = new Uint8Array(128);
for (const letter of 'paPA') {
  weights[letter.charCodeAt(0)] = GOOD;
}
for (const letter of 'fuFU') {
  weights[letter.charCodeAt(0)] = BAD;
}

/**
 * Share that passes or is accepted, for each set of columns; absent where
 * nothing applies. Previews do not count.
 *
 * Runs over every cell of the fleet, 600,000 of them for 10,000 services, each
 * time the rows change: hence the table instead of unpacking.
 */
export function leafRates(
  rows: readonly ScorecardRow[],
  leaves: ReadonlyArray<{ indices: readonly number[] }>,
): Array<number | undefined> {
  const good = new Uint32Array(leaves.length);
  const total = new Uint32Array(leaves.length);
  for (const { statuses, preview } of rows) {
    if (preview) {
      continue;
    }
    for (let leaf = 0; leaf < leaves.length; leaf += 1) {
      for (const index of leaves[leaf].indices) {
        // Beyond the end the code is NaN, which has no weight.
        const weight = weights[statuses.charCodeAt(index)];
        if (weight === GOOD) {
          good[leaf] += 1;
          total[leaf] += 1;
        } else if (weight === BAD) {
          total[leaf] += 1;
        }
      }
    }
  }
  return Array.from(total, (count, leaf) =>
    count === 0 ? undefined : good[leaf] / count,
  );
}
