import type { ScorecardRow, Trend } from '@airworthy/plugin-readiness-common';
import { ago, checklist } from './fleet';

const change = {
  at: ago({ days: 42 }),
  version: checklist.version,
  title: 'added 3 checks',
};

/** 26 weeks in which services rise, and fall once by a change of the rules. */
export function fleetTrend(rows: readonly ScorecardRow[]): Trend {
  const now: Record<string, number> = {};
  for (const row of rows) {
    now[row.level] = (now[row.level] ?? 0) + 1;
  }
  const total = rows.length;
  const points = Array.from({ length: 27 }, (_item, week) => {
    const left = 26 - week;
    const dip = week === 20 ? 4 : 0;
    const gold = Math.max(0, Math.round((now.gold ?? 0) - left / 6));
    const silver = Math.max(0, Math.round((now.silver ?? 0) - left / 2) - dip);
    const bronze = Math.max(
      0,
      Math.min(total - gold - silver, (now.bronze ?? 0) - Math.round(left / 8)),
    );
    return {
      at: ago({ days: left * 7 }),
      levels: { gold, silver, bronze, none: total - gold - silver - bronze },
      services: total,
      counts: {
        pass: 40 * total,
        fail: 8 * total,
        unknown: total,
        'not-applicable': total,
        accepted: total,
      },
    };
  });
  return {
    points,
    checklistChanges: [
      {
        ...change,
        title: 'added 3 checks; services fell by the rule, not by change',
      },
    ],
  };
}

/** 90 days of one service. */
export function serviceTrend(row: ScorecardRow): Trend {
  const { pass } = row.counts;
  const points = Array.from({ length: 91 }, (_item, day) => {
    const left = 90 - day;
    const added = left <= 42;
    return {
      at: ago({ days: left }),
      levels: { [row.level]: 1 },
      services: 1,
      counts: {
        ...row.counts,
        pass: Math.max(0, pass - Math.round(left / 11)),
        fail: Math.max(
          0,
          row.counts.fail + Math.round(left / 11) - (added ? 0 : 3),
        ),
      },
    };
  });
  return { points, checklistChanges: [change] };
}
