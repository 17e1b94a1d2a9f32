import type { PackedStatuses, Status } from './types';

/**
 * One check's status as it was packed.
 *
 * @public
 */
export interface UnpackedStatus {
  status: Status;
  /** Declared and observed evidence drift apart. */
  drift: boolean;
}

/**
 * A check whose status changed between two evaluations.
 *
 * @public
 */
export interface StatusChange {
  check: string;
  /** Absent where the check was not there before. */
  from?: Status;
  /** Absent where the check is there no more. */
  to?: Status;
}

const CHARACTERS: Record<Status, string> = {
  pass: 'p',
  fail: 'f',
  unknown: 'u',
  'not-applicable': 'n',
  accepted: 'a',
};

const STATUSES: Record<string, Status> = {
  p: 'pass',
  f: 'fail',
  u: 'unknown',
  n: 'not-applicable',
  a: 'accepted',
};

/** The character of one status. */
export function packStatus(status: Status, drift: boolean): string {
  const character = CHARACTERS[status];
  return drift ? character.toUpperCase() : character;
}

/**
 * Packs statuses in the order of the checklist's columns.
 *
 * @public
 */
export function packStatuses(
  statuses: ReadonlyArray<Status | UnpackedStatus>,
): PackedStatuses {
  return statuses
    .map(status =>
      typeof status === 'string'
        ? packStatus(status, false)
        : packStatus(status.status, status.drift),
    )
    .join('');
}

/**
 * Unpacks statuses, in the order of the checklist's columns.
 *
 * A character that is none of a status reads unknown: what cannot be read is
 * never green.
 *
 * @public
 */
export function unpackStatuses(packed: PackedStatuses): UnpackedStatus[] {
  return Array.from(packed, character => ({
    status: STATUSES[character.toLowerCase()] ?? 'unknown',
    drift: character !== character.toLowerCase(),
  }));
}

/**
 * What changed between two evaluations, also where the columns did: checks are
 * matched by id. Drift is no status and no change.
 *
 * @param columnsBefore - check ids in the order of `before`
 * @param columnsAfter - check ids in the order of `after`
 *
 * @public
 */
export function diffStatuses(
  columnsBefore: readonly string[],
  before: PackedStatuses,
  columnsAfter: readonly string[],
  after: PackedStatuses,
): StatusChange[] {
  const earlier = statusByCheck(columnsBefore, before);
  const later = statusByCheck(columnsAfter, after);
  const changes: StatusChange[] = [];
  for (const [check, to] of later) {
    const from = earlier.get(check);
    if (from !== to) {
      changes.push(from === undefined ? { check, to } : { check, from, to });
    }
  }
  for (const [check, from] of earlier) {
    if (!later.has(check)) {
      changes.push({ check, from });
    }
  }
  return changes;
}

function statusByCheck(
  columns: readonly string[],
  packed: PackedStatuses,
): Map<string, Status> {
  const statuses = unpackStatuses(packed);
  const byCheck = new Map<string, Status>();
  columns.forEach((check, index) => {
    const unpacked = statuses[index];
    if (unpacked) {
      byCheck.set(check, unpacked.status);
    }
  });
  return byCheck;
}
