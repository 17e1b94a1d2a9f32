import type { Fleet } from '../fleet/fleetQuery';
import type { RollupSelection } from './DailyRollupStore';

/**
 * The daily rollups that answer for a fleet; undefined where none does, because
 * the reader does not see everything or narrows it by more than one group.
 */
export function selectRollup(fleet: Fleet): RollupSelection | undefined {
  if (fleet.scope.kind !== 'all') {
    return undefined;
  }
  const given = Object.entries(fleet.filters).filter(
    ([, value]) => value !== undefined,
  );
  if (given.length === 0) {
    return { dimension: 'all' };
  }
  if (given.length > 1) {
    return undefined;
  }
  const { owners, systems, domains, tiers } = fleet.filters;
  if (owners?.length === 1) {
    return { dimension: 'owner', key: owners[0] };
  }
  if (systems?.length === 1) {
    return { dimension: 'system', key: systems[0] };
  }
  if (domains?.length === 1) {
    return { dimension: 'domain', key: domains[0] };
  }
  return tiers?.length === 1
    ? { dimension: 'tier', key: String(tiers[0]) }
    : undefined;
}
