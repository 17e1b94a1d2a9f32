import type { StatusCounts } from '@airworthy/plugin-readiness-common';
import type { ScorecardRecord } from '../database';

/**
 * A whole scorecard at one moment, as history keeps it: enough to count the
 * fleet as it was.
 */
export interface Snapshot {
  level: string;
  preview: boolean;
  /** Packed. */
  statuses: string;
  /** Version of the checklist whose columns `statuses` follows. */
  columns: number;
  /** In the order pass, fail, unknown, not applicable, accepted. */
  counts: [number, number, number, number, number];
}

/** The columns that {@link snapshotOf} reads. */
export type SnapshotColumns = Pick<
  ScorecardRecord,
  | 'level'
  | 'preview'
  | 'statuses'
  | 'pass'
  | 'fail'
  | 'unknown'
  | 'not_applicable'
  | 'accepted'
>;

/** The snapshot of a stored scorecard. */
export function snapshotOf(row: SnapshotColumns, columns: number): Snapshot {
  return {
    level: row.level,
    preview: Boolean(row.preview),
    statuses: row.statuses,
    columns,
    counts: [row.pass, row.fail, row.unknown, row.not_applicable, row.accepted],
  };
}

/** Whether two snapshots count the same; drift is no difference. */
export function sameSnapshot(a: Snapshot, b: Snapshot): boolean {
  return (
    a.level === b.level &&
    a.preview === b.preview &&
    a.columns === b.columns &&
    a.statuses.toLowerCase() === b.statuses.toLowerCase()
  );
}

/** The counts of a snapshot by the names of the statuses. */
export function namedCounts(counts: Snapshot['counts']): StatusCounts {
  const [pass, fail, unknown, notApplicable, accepted] = counts;
  return { pass, fail, unknown, 'not-applicable': notApplicable, accepted };
}
