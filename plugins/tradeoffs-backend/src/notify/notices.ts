import type { Knex } from 'knex';
import { writeRows, type NoticeRow } from '../database';

/** What an owner may be told. */
export type NoticeKind =
  | 'review-due'
  | 'contradicted'
  | 'superseded'
  | 'acceptance-lapsing'
  | 'acceptance-lapsed';

/** Something to tell the owner of a record. */
export interface NewNotice {
  /** What makes it this news and no other: it is told once. */
  key: string;
  record_id: string;
  kind: NoticeKind;
  detail: Record<string, unknown>;
}

/** Puts news down to be told; what was put down before is not told again. */
export async function addNotices(
  knex: Knex,
  notices: readonly NewNotice[],
  now: number,
): Promise<void> {
  await writeRows<NoticeRow>(knex, {
    table: 'notices',
    columns: ['key', 'record_id', 'kind', 'detail', 'created_at', 'sent_at'],
    rows: notices.map(({ detail, ...notice }) => ({
      ...notice,
      detail: JSON.stringify(detail),
      created_at: now,
      sent_at: null,
    })),
    conflict: { key: ['key'] },
  });
}
