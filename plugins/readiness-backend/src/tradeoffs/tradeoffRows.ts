import type { Acceptance } from '@airworthy/plugin-readiness-common';
import type { StoredTime } from '../database';

/** @see migrations/20261124130000_tradeoffs.js */
export interface AcceptanceRow {
  entity_id: number;
  record_id: string;
  check_id: string;
  title: string;
  until_at: StoredTime;
}

export interface AssumptionRow {
  entity_id: number;
  record_id: string;
  assumption_id: string;
  rule: string;
  reported: string | null;
}

/** An acceptance as the engine takes it. */
export function toAcceptance(
  row: Omit<AcceptanceRow, 'entity_id'>,
): Acceptance {
  return {
    check: row.check_id,
    until: new Date(Number(row.until_at)).toISOString(),
    recordId: row.record_id,
    recordTitle: row.title,
    recordUrl: recordPath(row.record_id),
  };
}

/** The page of a record, below the portal's address. */
export function recordPath(recordId: string): string {
  return `/tradeoffs/records/${encodeURIComponent(recordId)}`;
}
