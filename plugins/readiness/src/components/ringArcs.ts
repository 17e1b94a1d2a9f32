import type { Status, StatusCounts } from '@airworthy/plugin-readiness-common';

/** What ring and bars draw, in one order. Not applicable is not drawn. */
export const drawnStatuses = [
  'pass',
  'accepted',
  'unknown',
  'fail',
] as const satisfies readonly Status[];

/** One of the statuses that are drawn. */
export type DrawnStatus = (typeof drawnStatuses)[number];

/** How many checks apply. */
export function applicable(counts: StatusCounts): number {
  return counts.pass + counts.accepted + counts.unknown + counts.fail;
}

/** A dash pattern over a circle whose `pathLength` is the number of checks. */
export interface RingArc {
  status: DrawnStatus;
  dashArray: string;
  dashOffset: number;
}

/** Share of the circle between two arcs. */
const GAP = 0.009;
/** Share of the circle of one hatch of what is unknown, and of its gap. */
const HATCH = 0.0075;

/**
 * The arcs of the ring: pass, accepted, unknown (hatched), fail. A lone arc
 * closes the circle.
 */
export function ringArcs(counts: StatusCounts): RingArc[] {
  const total = applicable(counts);
  const present = drawnStatuses.filter(status => counts[status] > 0);
  const gap = present.length > 1 ? total * GAP : 0;
  const arcs: RingArc[] = [];
  let start = 0;
  for (const status of present) {
    const length = Math.max(counts[status] - gap, total * HATCH);
    arcs.push({
      status,
      dashArray:
        status === 'unknown'
          ? hatched(length, total)
          : `${round(length)} ${round(total - length)}`,
      dashOffset: round(-start),
    });
    start += counts[status];
  }
  return arcs;
}

function hatched(length: number, total: number): string {
  const dash = total * HATCH;
  const pairs = Math.max(1, Math.floor((length + dash / 2) / (dash * 1.5)));
  const step = length / (pairs * 1.5 - 0.5);
  const dashes: number[] = [];
  for (let index = 0; index < pairs; index += 1) {
    dashes.push(step, index === pairs - 1 ? total - length : step / 2);
  }
  return dashes.map(round).join(' ');
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
