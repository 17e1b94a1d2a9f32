/**
 * Rows as the drivers give them: PostgreSQL gives a bigint as a string and
 * SQLite a boolean as a number, so both are read through `Number` and
 * `Boolean`. Times are milliseconds since the epoch.
 *
 * @see migrations/20261124120000_records.js
 */
export type StoredTime = number | string;

export interface EntityRow {
  id: number;
  uid: string | null;
  ref: string;
  kind: string;
  name: string;
  title: string | null;
  owner: string | null;
  system: string | null;
  search: string;
  projection: string;
  hash: string;
  deleted_at: StoredTime | null;
  records_read_at: StoredTime | null;
}

export interface RepositoryRow {
  key: string;
  etag: string | null;
  fingerprint: string;
  read_at: StoredTime | null;
  problem: string | null;
}

export interface RecordRowStored {
  id: string;
  origin: 'git' | 'portal';
  repository: string | null;
  file: string | null;
  file_url: string | null;
  name: string;
  title: string;
  status: string;
  format: string;
  date: string | null;
  reversibility: string | null;
  decision_makers: string;
  content: string;
  truncated: boolean | number;
  pending: string | null;
  proposal: string | null;
  revision: number;
  review_due: string | null;
  review_at: StoredTime | null;
  links: string;
  problems: string;
  problem_count: number;
  error_count: number;
  line: number | null;
  meaning: string;
  search: string;
  hash: string;
  supersedes: string;
  superseded_by: string | null;
  in_force: boolean | number;
  state: string;
  created_at: StoredTime;
  updated_at: StoredTime;
}

export interface RecordEntityRow {
  record_id: string;
  position: number;
  ref: string;
}

export interface RecordPositionRow {
  record_id: string;
  axis: string;
  position: number;
}

export interface RecordAcceptRow {
  record_id: string;
  check_id: string;
  until_at: StoredTime | null;
  ended_by: string | null;
}

export interface AssumptionRow {
  record_id: string;
  ref: string;
  assumption_id: string;
  rule: string;
  for_ms: StoredTime;
  outcome: 'true' | 'false' | 'unknown';
  state: 'holds' | 'contradicted' | 'unknown';
  value: string | null;
  source: string | null;
  url: string | null;
  observed_at: string | null;
  reason: string | null;
  false_since: StoredTime | null;
  since: StoredTime;
  due_at: StoredTime | null;
}

export interface RevisionRow {
  record_id: string;
  revision: number;
  at: StoredTime;
  by_ref: string | null;
  origin: 'git' | 'portal';
  change:
    | 'created'
    | 'edited'
    | 'status'
    | 'reviewed'
    | 'indexed'
    | 'confirmed'
    | 'proposed';
  title: string;
  status: string;
  content: string;
}

export interface ConfirmationRow {
  record_id: string;
  meaning: string;
  by_ref: string;
  at: StoredTime;
}

export interface NoticeRow {
  key: string;
  record_id: string;
  kind: string;
  detail: string;
  created_at: StoredTime;
  sent_at: StoredTime | null;
}

/** @see migrations/20261124130000_designs.js */
export interface RecordDesignRow {
  record_id: string;
  revision: number;
  design: string;
}
