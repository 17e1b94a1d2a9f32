import type { StatusCounts } from '@airworthy/plugin-readiness-common';
import { namedCounts, type Snapshot } from '../evaluate/Snapshot';

/** How many services there are, at which level, with how many statuses. */
export class Tally {
  services = 0;
  readonly levels = new Map<string, number>();
  /** In the order pass, fail, unknown, not applicable, accepted. */
  readonly counts: Snapshot['counts'] = [0, 0, 0, 0, 0];

  /** Adds services, or takes them away where `sign` is -1. */
  add(
    part: {
      level: string;
      counts: Readonly<Snapshot['counts']>;
      services?: number;
    },
    sign: 1 | -1 = 1,
  ): void {
    const services = sign * (part.services ?? 1);
    this.services += services;
    this.levels.set(part.level, (this.levels.get(part.level) ?? 0) + services);
    part.counts.forEach((count, index) => {
      this.counts[index] += sign * count;
    });
  }

  copy(): Tally {
    const copy = new Tally();
    copy.services = this.services;
    for (const [level, services] of this.levels) {
      copy.levels.set(level, services);
    }
    this.counts.forEach((count, index) => {
      copy.counts[index] = count;
    });
    return copy;
  }

  /** (pass + accepted) ÷ applicable, 0 to 1; 0 without any. */
  get passRate(): number {
    const [pass, fail, unknown, , accepted] = this.counts;
    const applicable = pass + fail + unknown + accepted;
    return applicable === 0 ? 0 : (pass + accepted) / applicable;
  }

  get statusCounts(): StatusCounts {
    return namedCounts(this.counts);
  }

  /** Services by level, without those that nobody holds. */
  get levelCounts(): Record<string, number> {
    return Object.fromEntries(
      [...this.levels].filter(([, services]) => services !== 0),
    );
  }
}

/** A difference of two rates in percentage points, to one digit. */
export function percentagePoints(from: number, to: number): number {
  return Math.round((to - from) * 1000) / 10;
}

/** What changed from one tally to another, without levels that did not. */
export function levelChanges(from: Tally, to: Tally): Record<string, number> {
  const levels = new Set([...from.levels.keys(), ...to.levels.keys()]);
  return Object.fromEntries(
    [...levels]
      .map((level): [string, number] => [
        level,
        (to.levels.get(level) ?? 0) - (from.levels.get(level) ?? 0),
      ])
      .filter(([, change]) => change !== 0),
  );
}
