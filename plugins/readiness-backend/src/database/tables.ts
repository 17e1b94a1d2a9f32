/**
 * Rows as the drivers give them: PostgreSQL gives a bigint as a string and
 * SQLite a boolean as a number, so both are read through `Number` and
 * `Boolean`. Times are milliseconds since the epoch.
 */
export type StoredTime = number | string;

/** @see migrations/20261101100000_entities.js */
export interface EntityRow {
  id: number;
  uid: string | null;
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string | null;
  type: string | null;
  lifecycle: string | null;
  tier: number;
  owner: string | null;
  system: string | null;
  domain: string | null;
  search: string;
  projection: string;
  hash: string;
  deleted_at: StoredTime | null;
}

export interface EntityChangeRow {
  id: number;
  entity_id: number;
  at: StoredTime;
  owner: string | null;
  system: string | null;
  domain: string | null;
  tier: number;
  lifecycle: string | null;
}

/** @see migrations/20261101100100_evidence.js */
export interface LinkStateRow {
  entity_id: number;
  source: string;
  status: string;
  message: string | null;
  since: StoredTime;
  observed_at: StoredTime;
  expires_at: StoredTime | null;
  facts_hash: string;
}

export interface FactRow {
  entity_id: number;
  source: string;
  environment: string;
  name: string;
  member: string;
  strength: string;
  value: string | null;
  missing: string | null;
  origins: string | null;
  observed_at: StoredTime | null;
  expires_at: StoredTime | null;
  hash: string;
}

export interface SourceRow {
  id: string;
  started_at: StoredTime | null;
  ended_at: StoredTime | null;
  succeeded_at: StoredTime | null;
  duration_ms: number | null;
  calls: number;
  error: string | null;
}

export interface SourceErrorRow {
  id: number;
  source: string;
  entity_ref: string | null;
  file: string | null;
  line: number | null;
  message: string;
}

export interface CheckpointRow {
  source: string;
  key: string;
  value: string;
}

/** @see migrations/20261101100200_scorecards.js */
export interface QueueRow {
  entity_id: number;
  generation: number;
  queued_at: StoredTime;
  leased_until: StoredTime;
  changes: string;
}

export interface ScorecardRecord {
  checklist: string;
  environment: string;
  entity_id: number;
  checklist_version: number;
  statuses: string;
  level: string;
  level_rank: number;
  score: number;
  pass: number;
  fail: number;
  unknown: number;
  not_applicable: number;
  accepted: number;
  to_next: number;
  preview: boolean | number;
  stale: boolean | number;
  evaluated_at: StoredTime;
  reevaluate_at: StoredTime | null;
  rule_errors: string | null;
}

/** Why a transition is on record. */
export type TransitionCause = 'first' | 'change' | 'checklist' | 'gone';

export interface TransitionRow {
  id: StoredTime;
  checklist: string;
  environment: string;
  entity_id: number;
  at: StoredTime;
  cause: TransitionCause;
  check_id: string;
  from_value: string | null;
  to_value: string | null;
  why: string | null;
  before: string | null;
}

export interface ChecklistVersionRow {
  checklist: string;
  version: number;
  at: StoredTime;
  title: string;
  hash: string;
  columns: string;
  added: string;
  removed: string;
  changed: string;
}

export interface DailyRollupRow {
  checklist: string;
  environment: string;
  day: string;
  dimension: string;
  key: string;
  services: number;
  levels: string;
  pass: number;
  fail: number;
  unknown: number;
  not_applicable: number;
  accepted: number;
}

/** @see migrations/20261124100000_live_evidence.js */
export interface DeploymentRow {
  entity_id: number;
  source: string;
  key: string;
  environment: string;
  version: string | null;
  commit_sha: string | null;
  commit_url: string | null;
  committed_at: StoredTime | null;
  deployed_by: string | null;
  started_at: StoredTime | null;
  finished_at: StoredTime | null;
  at: StoredTime;
  result: string;
  rollback: boolean | number;
  rework: boolean | number;
  url: string | null;
  hash: string;
}

export interface AlertRow {
  entity_id: number;
  source: string;
  key: string;
  state: string;
  since: StoredTime;
  resolved_at: StoredTime | null;
  details: string;
  hash: string;
}

export interface IncidentRow {
  entity_id: number;
  source: string;
  key: string;
  title: string;
  started_at: StoredTime;
  resolved_at: StoredTime | null;
  urgency: string | null;
  url: string | null;
  hash: string;
}

export interface AttestationRow {
  id: string;
  entity_id: number;
  fact: string;
  value: string;
  url: string;
  note: string | null;
  author: string;
  created_at: StoredTime;
  expires_at: StoredTime;
  ended_at: StoredTime | null;
  ended_by: string | null;
}

export interface PushedFactRow {
  entity_id: number;
  environment: string;
  name: string;
  value: string;
  url: string | null;
  caller: string;
  observed_at: StoredTime;
  expires_at: StoredTime;
}

export interface PushReceiptRow {
  caller: string;
  key: string;
  at: StoredTime;
}
