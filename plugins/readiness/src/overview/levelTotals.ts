import type { Rollup, Trend } from '@airworthy/plugin-readiness-common';
import type { LevelLike } from '../components';

/** How many services hold one level. */
export interface LevelTotal {
  id: string;
  title: string;
  /** 0 for no level, then 1 upwards. */
  rank: number;
  services: number;
  /** Against 30 days ago; absent without a history. */
  change?: number;
}

/** Services by level, the highest first and those without one last. */
export function levelTotals(
  levels: readonly LevelLike[],
  rollup: Rollup,
  noneTitle: string,
): LevelTotal[] {
  const all = [{ id: 'none', title: noneTitle }, ...levels];
  const known = rollup.groups.some(group => group.levelsChange30d);
  return all
    .map(({ id, title }, rank): LevelTotal => {
      let services = 0;
      let change = 0;
      for (const group of rollup.groups) {
        services += group.levels[id] ?? 0;
        change += group.levelsChange30d?.[id] ?? 0;
      }
      return { id, title, rank, services, change: known ? change : undefined };
    })
    .reverse();
}

/** Services by level at one moment. */
export interface TrendRow {
  /** ISO 8601. */
  at: string;
  services: Record<string, number>;
}

/** A trend as rows; moments before the first service are left out. */
export function trendRows(
  trend: Trend,
  levels: readonly LevelTotal[],
): TrendRow[] {
  return trend.points
    .filter(point => point.services > 0)
    .map(point => ({
      at: point.at,
      services: Object.fromEntries(
        levels.map(({ id }) => [id, point.levels[id] ?? 0]),
      ),
    }));
}

/** The moments at which a number changed, and the last one; newest first. */
export function changedRows(rows: readonly TrendRow[]): TrendRow[] {
  const numbers = (row: TrendRow) => JSON.stringify(row.services);
  return rows
    .filter(
      (row, index) =>
        index === 0 ||
        index === rows.length - 1 ||
        numbers(row) !== numbers(rows[index - 1]),
    )
    .reverse();
}
