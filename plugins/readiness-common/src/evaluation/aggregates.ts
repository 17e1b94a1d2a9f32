import type { Status, StatusCounts } from './types';

/** A check as aggregates see it. */
export interface AggregatedCheck {
  status: Status;
  /** `levelIndex` is the position of its level, 0 for the lowest. */
  check: { levelIndex: number };
}

/**
 * No check of any status.
 *
 * @public
 */
export function emptyCounts(): StatusCounts {
  return { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0, accepted: 0 };
}

/**
 * How many checks have each status.
 *
 * @public
 */
export function countStatuses(statuses: Iterable<Status>): StatusCounts {
  const counts = emptyCounts();
  for (const status of statuses) {
    counts[status] += 1;
  }
  return counts;
}

/**
 * How many checks apply: all but those that are not applicable.
 *
 * @public
 */
export function applicableCount(counts: StatusCounts): number {
  return counts.pass + counts.fail + counts.unknown + counts.accepted;
}

/**
 * pass ÷ (pass + fail + unknown + accepted), 0 to 1; 0 without checks.
 *
 * @public
 */
export function scoreOf(counts: StatusCounts): number {
  const applicable = applicableCount(counts);
  return applicable === 0 ? 0 : counts.pass / applicable;
}

/**
 * The worst of fail, unknown, accepted, pass; not applicable only if all are,
 * or where there is none.
 *
 * @public
 */
export function worstStatus(statuses: Iterable<Status>): Status {
  const counts = countStatuses(statuses);
  const order: Status[] = ['fail', 'unknown', 'accepted', 'pass'];
  return order.find(status => counts[status] > 0) ?? 'not-applicable';
}

/** Where a service stands among the levels. */
export interface LevelStanding {
  /** Position of the highest level held; -1 below the first. */
  held: number;
  /** The level to reach next; `undefined` where nothing stands in between. */
  next?: number;
  /** For each level whether it is held. */
  levels: Array<{ held: boolean; toGo: number }>;
}

/** Whether a status stands between a service and a level. */
export function blocksLevel(status: Status): boolean {
  return status === 'fail' || status === 'unknown';
}

/**
 * A level is held where every applicable check up to it is pass or accepted and
 * at least one passes at or below it.
 */
export function standingAmong(
  levelCount: number,
  checks: readonly AggregatedCheck[],
): LevelStanding {
  const blocking = new Array<number>(levelCount).fill(0);
  const passing = new Array<number>(levelCount).fill(0);
  for (const {
    status,
    check: { levelIndex },
  } of checks) {
    if (blocksLevel(status)) {
      blocking[levelIndex] += 1;
    } else if (status === 'pass') {
      passing[levelIndex] += 1;
    }
  }
  const levels: LevelStanding['levels'] = [];
  let held = -1;
  let next: number | undefined;
  let toGo = 0;
  let passes = 0;
  for (let level = 0; level < levelCount; level++) {
    toGo += blocking[level];
    passes += passing[level];
    const holds = toGo === 0 && passes > 0;
    if (holds) {
      held = level;
    }
    if (toGo > 0) {
      next ??= level;
    }
    levels.push({ held: holds, toGo });
  }
  return { held, levels, ...(next === undefined ? {} : { next }) };
}
