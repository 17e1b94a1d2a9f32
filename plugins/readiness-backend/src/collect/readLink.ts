import type { LinkState, LinkStatus } from '@airworthy/plugin-readiness-common';
import type { LinkStateRow } from '../database';

const STATUSES: readonly LinkStatus[] = [
  'ok',
  'not-linked',
  'not-found',
  'disabled',
  'denied',
  'stale',
  'error',
];

/** The link state that a row holds. */
export function readLink(
  row: Pick<LinkStateRow, 'source' | 'status' | 'message' | 'since'>,
): LinkState {
  return {
    source: row.source,
    status: STATUSES.find(status => status === row.status) ?? 'error',
    since: new Date(Number(row.since)).toISOString(),
    ...(row.message === null ? {} : { message: row.message }),
  };
}
