import type { Status } from '@airworthy/plugin-readiness-common';

/** Narrows a check to some of its statuses. */
export interface StatusFilter {
  /** Place of the check among the packed statuses. */
  column: number;
  statuses: Status[];
}

/** What a list is narrowed by. An absent filter leaves everything. */
export interface FleetFilters {
  /** Part of a name or a title, in any case. */
  text?: string;
  /** Entity references; an empty one stands for none. */
  owners?: string[];
  systems?: string[];
  domains?: string[];
  tiers?: number[];
  lifecycles?: string[];
  levels?: string[];
  kinds?: string[];
  statuses?: StatusFilter[];
  /** Owners of which one must own it: the caller's own refs. */
  mine?: string[];
  entityRef?: string;
}

/** Where an entity stands in the organisation. */
export interface EntityPlace {
  owner: string | null;
  system: string | null;
  domain: string | null;
  tier: number;
  lifecycle: string | null;
}

/** Whether a place passes the filters that look at places. */
export function matchesPlace(
  place: EntityPlace,
  filters: FleetFilters,
): boolean {
  return (
    holds(filters.owners, place.owner ?? '') &&
    holds(filters.mine, place.owner ?? '') &&
    holds(filters.systems, place.system ?? '') &&
    holds(filters.domains, place.domain ?? '') &&
    holds(filters.tiers, place.tier) &&
    holds(filters.lifecycles, place.lifecycle ?? '')
  );
}

function holds<T>(wanted: readonly T[] | undefined, value: T): boolean {
  return wanted === undefined || wanted.includes(value);
}
