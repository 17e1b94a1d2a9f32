import type { Status, StatusCounts } from '@airworthy/plugin-readiness-common';

const statusOf: Record<string, Status> = {
  p: 'pass',
  f: 'fail',
  u: 'unknown',
  n: 'not-applicable',
  a: 'accepted',
};

/** One packed status, unpacked. */
export interface CellStatus {
  status: Status;
  /** Declared and observed evidence differ. */
  drift: boolean;
}

const cells = new Map<string, CellStatus>();
for (const [letter, status] of Object.entries(statusOf)) {
  cells.set(letter, { status, drift: false });
  cells.set(letter.toLocaleUpperCase('en-US'), { status, drift: true });
}

/**
 * The status at one place of a packed row. `undefined` where the row was
 * packed with fewer columns than the checklist has now.
 */
export function cellStatus(
  packed: string,
  index: number,
): CellStatus | undefined {
  return cells.get(packed.charAt(index));
}

/** Counts the statuses at some places of a packed row into `counts`. */
export function addCounts(
  counts: StatusCounts,
  packed: string,
  indices: readonly number[],
): void {
  for (const index of indices) {
    const cell = cells.get(packed.charAt(index));
    if (cell) {
      counts[cell.status] += 1;
    }
  }
}

/** Counts of nothing. */
export function noCounts(): StatusCounts {
  return {
    pass: 0,
    fail: 0,
    unknown: 0,
    'not-applicable': 0,
    accepted: 0,
  };
}

/** Share that passes or is accepted, 0 to 1; absent where nothing applies. */
export function passRate(counts: StatusCounts): number | undefined {
  const total = counts.pass + counts.accepted + counts.fail + counts.unknown;
  return total === 0 ? undefined : (counts.pass + counts.accepted) / total;
}

/** `0.876` as `88`; never rounded up to all or down to nothing. */
export function percent(rate: number): number {
  const rounded = Math.round(rate * 100);
  if (rounded === 100 && rate < 1) {
    return 99;
  }
  return rounded === 0 && rate > 0 ? 1 : rounded;
}

/** Adds counts to counts. */
export function addAll(counts: StatusCounts, more: StatusCounts): void {
  counts.pass += more.pass;
  counts.fail += more.fail;
  counts.unknown += more.unknown;
  counts['not-applicable'] += more['not-applicable'];
  counts.accepted += more.accepted;
}
