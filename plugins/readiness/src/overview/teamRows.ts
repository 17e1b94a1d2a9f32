import type { RollupGroup } from '@airworthy/plugin-readiness-common';
import { shortRef } from '../fleet/entityNames';
import type { TeamSort } from './overviewState';

const collator = new Intl.Collator(undefined, { numeric: true });

const values: Record<
  Exclude<TeamSort, 'name'>,
  (group: RollupGroup) => number
> = {
  services: group => group.services,
  rate: group => group.passRate,
  fail: group => group.counts.fail,
  unknown: group => group.counts.unknown,
  accepted: group => group.counts.accepted,
  near: group => group.nearNext,
  change: group => group.change30d ?? 0,
};

/** Whether a group stands for services that nobody who exists owns. */
export function isOrphan(group: RollupGroup): boolean {
  return group.key === '' || group.exists === false;
}

/**
 * Groups in order; equal ones by name. Those that stand for nobody come last
 * in either direction: they are an alarm, not a team to compare with.
 */
export function sortGroups(
  groups: readonly RollupGroup[],
  sort: TeamSort,
  descending: boolean,
): RollupGroup[] {
  const direction = descending ? -1 : 1;
  const name = (group: RollupGroup) => group.title ?? shortRef(group.key);
  return [...groups].sort((a, b) => {
    const byName = collator.compare(name(a), name(b));
    const order = sort === 'name' ? byName : values[sort](a) - values[sort](b);
    return (
      Number(isOrphan(a)) - Number(isOrphan(b)) || direction * order || byName
    );
  });
}

/** A change in points: `+2`, `−1`, `0`. */
export function signed(change: number): string {
  const rounded = Math.round(change);
  if (rounded === 0) {
    return '0';
  }
  return rounded > 0 ? `+${rounded}` : `−${-rounded}`;
}
