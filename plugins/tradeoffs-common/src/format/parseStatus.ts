import type { RecordStatus } from '../model/types';

const WORDS: Record<string, RecordStatus> = {
  draft: 'draft',
  proposed: 'proposed',
  pending: 'proposed',
  accepted: 'accepted',
  approved: 'accepted',
  rejected: 'rejected',
  deprecated: 'deprecated',
  superseded: 'superseded',
  superceded: 'superseded',
};

/**
 * Reads a status as records write it: `accepted`, `Superseded by ADR-0012`,
 * `superseded by [ADR-0012](0012-x.md)`. Undefined for a word that is none.
 *
 * @public
 */
export function parseStatus(
  text: string,
): { status: RecordStatus; supersededBy?: string } | undefined {
  const trimmed = text.trim();
  const word = /^[a-z]+/i.exec(trimmed)?.[0].toLocaleLowerCase('en-US');
  const status = word ? WORDS[word] : undefined;
  if (!status) {
    return undefined;
  }
  if (status !== 'superseded') {
    return { status };
  }
  const target = /^\w+\s+by\s+(.+)$/i.exec(trimmed)?.[1];
  const link = target && /\]\(([^)\s]+)\)/.exec(target)?.[1];
  const supersededBy = link ?? target?.replace(/[.\s]+$/, '');
  return supersededBy ? { status, supersededBy } : { status };
}
