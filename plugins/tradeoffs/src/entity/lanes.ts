import type { RecordRow } from '@airworthy/plugin-tradeoffs-common';
import { standingOf } from '../components/standing';
import type { Axis } from '../hooks/useAxes';

/** One record on the timeline of one axis; times in milliseconds. */
export interface LaneBar {
  row: RecordRow;
  from: number;
  to: number;
  /** When it has to be looked at again, while it is in force. */
  due?: number;
  kind: 'in-force' | 'ended';
  /** Comes from the system of the entity. */
  ofSystem: boolean;
  contradicted: boolean;
  /** When it was replaced by a record that is shown, too. */
  replaced: boolean;
}

/** The records of one axis over time; none where the entity is silent. */
export interface Lane {
  axis: Axis;
  /** Bars that overlap stand on rows of their own, counted from 0. */
  bars: Array<LaneBar & { level: number }>;
  levels: number;
}

const shownStatuses = ['accepted', 'superseded', 'deprecated'];

/**
 * The records that were in force once, axis by axis. One ends where its
 * successor begins; where that is not known, where the next record on the axis
 * begins.
 *
 * @param now - milliseconds since the epoch.
 */
export function lanesOf(options: {
  entityRef: string;
  axes: readonly Axis[];
  records: readonly RecordRow[];
  now: number;
}): Lane[] {
  const { entityRef, axes, records, now } = options;
  const byId = new Map(records.map(row => [row.id, row]));
  return axes.map(axis => {
    const rows = records
      .filter(
        row =>
          shownStatuses.includes(row.status) &&
          row.date !== undefined &&
          row.positions.some(entry => entry.axis === axis.id),
      )
      .sort((a, b) => momentOf(a) - momentOf(b));
    const bars = rows.map((row, index): LaneBar => {
      const from = Math.min(momentOf(row), now);
      const standing = standingOf(row);
      const inForce = standing === 'in-force' || standing === 'contradicted';
      const successor = row.supersededBy
        ? byId.get(row.supersededBy)
        : undefined;
      const next = successor ?? rows[index + 1];
      const ended = next ? Math.max(from, momentOf(next)) : now;
      return {
        row,
        from,
        to: inForce ? now : Math.min(ended, now),
        due: inForce && row.review.due ? Date.parse(row.review.due) : undefined,
        kind: inForce ? 'in-force' : 'ended',
        ofSystem: !row.entityRefs.includes(entityRef),
        contradicted: standing === 'contradicted',
        replaced:
          !inForce && successor !== undefined && rows.includes(successor),
      };
    });
    return { axis, ...levelled(bars) };
  });
}

function levelled(bars: LaneBar[]): Pick<Lane, 'bars' | 'levels'> {
  const ends: number[] = [];
  const placed = bars.map(bar => {
    let level = ends.findIndex(end => end <= bar.from);
    if (level < 0) {
      level = ends.length;
    }
    ends[level] = bar.to;
    return { ...bar, level };
  });
  return { bars: placed, levels: Math.max(1, ends.length) };
}

function momentOf(row: RecordRow): number {
  const moment = Date.parse(row.date ?? '');
  return Number.isNaN(moment) ? 0 : moment;
}

/** The span that a timeline shows, and a mark for each half year in it. */
export interface TimeScale {
  from: number;
  to: number;
  ticks: Array<{ at: number; year?: number }>;
}

const DAY = 86_400_000;

/**
 * From a little before the first record to a little after the last review that
 * is ahead, but no more than a year from now.
 *
 * @param now - milliseconds since the epoch.
 */
export function timeScale(lanes: readonly Lane[], now: number): TimeScale {
  const bars = lanes.flatMap(lane => lane.bars);
  const first = Math.min(now - 180 * DAY, ...bars.map(bar => bar.from));
  const last = Math.max(
    now + 60 * DAY,
    ...bars.map(bar => Math.min(bar.due ?? now, now + 365 * DAY)),
  );
  const margin = (last - first) * 0.04;
  const from = first - margin;
  const to = last + margin;
  // Half years up to six years, whole ones beyond.
  const months = to - from > 6 * 365 * DAY ? 12 : 6;
  const ticks: TimeScale['ticks'] = [];
  const start = new Date(from).getUTCFullYear();
  for (let month = 0; ; month += months) {
    const at = Date.UTC(start, month, 1);
    if (at > to) {
      return { from, to, ticks };
    }
    if (at >= from) {
      const date = new Date(at);
      ticks.push({
        at,
        year: date.getUTCMonth() === 0 ? date.getUTCFullYear() : undefined,
      });
    }
  }
}

/**
 * As much of a text as fits beside its start; empty where less than a word
 * would.
 *
 * @param width - pixels.
 */
export function fitText(text: string, width: number): string {
  // Twelve pixels high, this typeface takes six and a half a letter.
  const letters = Math.floor(width / 6.3);
  if (text.length <= letters) {
    return text;
  }
  return letters < 6 ? '' : `${text.slice(0, letters - 1).trimEnd()}…`;
}
