import type { FleetRow } from './scorecardRows';

/** One way to order the matrix. */
export interface SortOrder {
  /** The SQL expression that orders; ties go by reference. */
  expression: string;
  /** The same of a row, for the cursor. */
  valueOf(row: FleetRow): string | number;
}

/** Comes after any number of checks to go: there is nothing left to gain. */
const HIGHEST_LEVEL = 32767;

/** The orders by the name that the API gives them. */
export const SORT_ORDERS = {
  name: { expression: 'e.name', valueOf: row => row.name },
  gain: {
    expression: `case s.to_next when 0 then ${HIGHEST_LEVEL} else s.to_next end`,
    valueOf: row => (row.to_next === 0 ? HIGHEST_LEVEL : row.to_next),
  },
  level: { expression: 's.level_rank', valueOf: row => row.level_rank },
  score: { expression: 's.score', valueOf: row => row.score },
} as const satisfies Record<string, SortOrder>;
