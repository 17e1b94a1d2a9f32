import type { ScorecardRow } from '@airworthy/plugin-readiness-common';
import type { EntityRow, ScorecardRecord } from '../database';

/** The columns that {@link toScorecardRow} reads. */
export const ROW_COLUMNS = [
  'e.id',
  'e.ref',
  'e.kind',
  'e.namespace',
  'e.name',
  'e.title',
  'e.type',
  'e.lifecycle',
  'e.tier',
  'e.owner',
  'e.system',
  'e.domain',
  's.level',
  's.level_rank',
  's.score',
  's.pass',
  's.fail',
  's.unknown',
  's.not_applicable',
  's.accepted',
  's.to_next',
  's.statuses',
  's.preview',
  's.stale',
  's.evaluated_at',
] as const;

/** A scorecard with its entity, as {@link ROW_COLUMNS} selects it. */
export type FleetRow = Pick<
  EntityRow,
  | 'id'
  | 'ref'
  | 'kind'
  | 'namespace'
  | 'name'
  | 'title'
  | 'type'
  | 'lifecycle'
  | 'tier'
  | 'owner'
  | 'system'
  | 'domain'
> &
  Pick<
    ScorecardRecord,
    | 'level'
    | 'level_rank'
    | 'score'
    | 'pass'
    | 'fail'
    | 'unknown'
    | 'not_applicable'
    | 'accepted'
    | 'to_next'
    | 'statuses'
    | 'preview'
    | 'stale'
    | 'evaluated_at'
  >;

/** A row of the matrix as the API gives it. */
export function toScorecardRow(row: FleetRow): ScorecardRow {
  return {
    ref: row.ref,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? undefined,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    tier: row.tier,
    owner: row.owner ?? undefined,
    system: row.system ?? undefined,
    domain: row.domain ?? undefined,
    level: row.level,
    score: row.score,
    counts: {
      pass: row.pass,
      fail: row.fail,
      unknown: row.unknown,
      'not-applicable': row.not_applicable,
      accepted: row.accepted,
    },
    toNextLevel: row.to_next,
    statuses: row.statuses,
    preview: Boolean(row.preview),
    evaluatedAt: new Date(Number(row.evaluated_at)).toISOString(),
    stale: Boolean(row.stale),
  };
}
