import type { Rollup, Trend } from '@airworthy/plugin-readiness-common';
import { noCounts } from '../services/statuses';
import { changedRows, levelTotals, trendRows } from './levelTotals';

const levels = [
  { id: 'bronze', title: 'Bronze' },
  { id: 'silver', title: 'Silver' },
];

function rollup(change?: Record<string, number>): Rollup {
  return {
    by: 'level',
    total: 5,
    previews: 0,
    groups: [
      {
        key: 'bronze',
        services: 3,
        levels: { bronze: 3 },
        counts: noCounts(),
        passRate: 1,
        nearNext: 0,
        levelsChange30d: change,
      },
      {
        key: 'none',
        services: 2,
        levels: { none: 2 },
        counts: noCounts(),
        passRate: 1,
        nearNext: 0,
      },
    ],
  };
}

describe('levelTotals', () => {
  it('counts every level, the highest first, held or not', () => {
    expect(
      levelTotals(levels, rollup({ bronze: 2, none: -1 }), 'No level'),
    ).toEqual([
      { id: 'silver', title: 'Silver', rank: 2, services: 0, change: 0 },
      { id: 'bronze', title: 'Bronze', rank: 1, services: 3, change: 2 },
      { id: 'none', title: 'No level', rank: 0, services: 2, change: -1 },
    ]);
  });

  it('tells no change where there is no history', () => {
    expect(
      levelTotals(levels, rollup(), 'No level').map(level => level.change),
    ).toEqual([undefined, undefined, undefined]);
  });
});

describe('trendRows', () => {
  const point = (
    at: string,
    services: number,
    held: Record<string, number>,
  ) => ({
    at,
    services,
    levels: held,
    counts: noCounts(),
  });
  const trend: Trend = {
    points: [
      point('2026-11-01', 0, {}),
      point('2026-11-02', 2, { bronze: 2 }),
      point('2026-11-03', 2, { bronze: 2 }),
      point('2026-11-04', 3, { bronze: 2, none: 1 }),
      point('2026-11-05', 3, { bronze: 2, none: 1 }),
    ],
    checklistChanges: [],
  };
  const rows = trendRows(trend, levelTotals(levels, rollup(), 'No level'));

  it('begins with the first service and fills in what nobody holds', () => {
    expect(rows).toHaveLength(4);
    expect(rows[0].services).toEqual({ silver: 0, bronze: 2, none: 0 });
  });

  it('lists the moments of change, and the last one', () => {
    expect(changedRows(rows).map(row => row.at)).toEqual([
      '2026-11-05',
      '2026-11-04',
      '2026-11-02',
    ]);
  });
});
