import type {
  OwnerSuggestion,
  OwnershipFinding,
  OwnershipFindingType,
} from '@airworthy/plugin-readiness-common';
import type { EntityRow } from '../database';
import {
  CONFIRMABLE,
  SEVERITIES,
  type OwnershipAuditRow,
  type OwnershipFindingRow,
} from './types';

/** The columns that {@link toOwnershipFinding} reads. */
export const FINDING_COLUMNS = [
  'f.finding',
  'f.severity',
  'f.since',
  'f.text',
  'f.source',
  'f.url',
  'e.ref',
  'e.kind',
  'e.namespace',
  'e.name',
  'e.title',
  'e.type',
  'e.tier',
  'e.owner',
  'e.system',
  'e.domain',
  'a.suggested_owner',
  'a.suggested_from',
  'a.suggested_text',
  'a.edit_url',
] as const;

/** A finding with its entity, as {@link FINDING_COLUMNS} selects it. */
export type FindingListRow = Pick<
  OwnershipFindingRow,
  'finding' | 'severity' | 'since' | 'text' | 'source' | 'url'
> &
  Pick<
    EntityRow,
    | 'ref'
    | 'kind'
    | 'namespace'
    | 'name'
    | 'title'
    | 'type'
    | 'tier'
    | 'owner'
    | 'system'
    | 'domain'
  > &
  Pick<
    OwnershipAuditRow,
    'suggested_owner' | 'suggested_from' | 'suggested_text' | 'edit_url'
  >;

/**
 * A finding as the API gives it.
 *
 * @param maySee - whether the reader may know that an entity exists
 */
export function toOwnershipFinding(
  row: FindingListRow,
  maySee: (ref: string) => boolean,
): OwnershipFinding {
  // What is stored under these columns is of these words.
  const finding = row.finding as OwnershipFindingType;
  const suggestion =
    row.suggested_owner !== null && maySee(row.suggested_owner)
      ? {
          owner: row.suggested_owner,
          from: row.suggested_from as OwnerSuggestion['from'],
          text: row.suggested_text ?? '',
        }
      : undefined;
  return {
    ref: row.ref,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? undefined,
    type: row.type ?? undefined,
    tier: row.tier,
    owner: row.owner ?? undefined,
    system: row.system ?? undefined,
    domain: row.domain ?? undefined,
    finding,
    severity: SEVERITIES[row.severity - 1],
    since: new Date(Number(row.since)).toISOString(),
    evidence: {
      text: row.text,
      source: row.source,
      ...(row.url === null ? {} : { url: row.url }),
    },
    ...(suggestion ? { suggestion } : {}),
    ...(row.edit_url === null ? {} : { editUrl: row.edit_url }),
    confirmable: CONFIRMABLE.has(finding),
  };
}
