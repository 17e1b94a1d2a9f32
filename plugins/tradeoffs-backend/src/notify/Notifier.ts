import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { inValues, type NoticeRow } from '../database';
import { addNotices, type NewNotice, type NoticeKind } from './notices';
import type { OwnerResolver } from './OwnerResolver';

const DAY_MS = 24 * 60 * 60 * 1000;
/** News sent in one go. */
const BATCH = 100;

interface DueRecord {
  id: string;
  review_due: string;
}

interface EndingAcceptance {
  id: string;
  check_id: string;
  until_at: number | string;
}

interface WaitingNotice extends NoticeRow {
  name: string;
  title: string;
  owner: string | null;
  system: string | null;
  ref: string | null;
}

/** Tells owners what concerns them about their records, each thing once. */
export class Notifier {
  readonly #options: {
    knex: Knex;
    notifications: NotificationService;
    owners: Pick<OwnerResolver, 'resolve'>;
    logger: LoggerService;
    daysAhead: number;
    now: () => number;
  };

  constructor(options: {
    knex: Knex;
    notifications: NotificationService;
    owners: Pick<OwnerResolver, 'resolve'>;
    logger: LoggerService;
    daysAhead: number;
    now: () => number;
  }) {
    this.#options = options;
  }

  /** Finds what time brought, and sends all that waits. */
  async run(): Promise<void> {
    await this.#findDue();
    await this.send();
  }

  /** Sends what waits; what cannot be sent now is tried again. */
  async send(): Promise<void> {
    const { knex, logger, now } = this.#options;
    const waiting = await knex<NoticeRow>('notices')
      .whereNull('sent_at')
      .orderBy('created_at')
      .limit(BATCH)
      .pluck('key');
    if (waiting.length === 0) {
      return;
    }
    // Taken before they are sent: two replicas must not tell the same.
    const taken: string[] = (
      await knex<NoticeRow>('notices')
        .where(inValues(knex, 'key', waiting))
        .whereNull('sent_at')
        .update({ sent_at: now() })
        .returning('key')
    ).map(({ key }) => key);
    for (const notice of await this.#read(taken)) {
      try {
        await this.#tell(notice);
      } catch (error) {
        logger.warn(
          `The owner was not told of ${notice.key}: ${stringifyError(error)}`,
        );
        await knex<NoticeRow>('notices')
          .where({ key: notice.key })
          .update({ sent_at: null });
      }
    }
  }

  /** Reviews and ends of acceptances that come near, or came. */
  async #findDue(): Promise<void> {
    const { knex, daysAhead, now } = this.#options;
    const at = now();
    const soon = at + daysAhead * DAY_MS;
    const reviews: DueRecord[] = await knex('records')
      .where('in_force', true)
      .whereBetween('review_at', [at - DAY_MS, soon])
      .select('id', 'review_due');
    // Only what counts, or counted until just now, is missed when it ends.
    const endings: EndingAcceptance[] = await knex('record_accepts as a')
      .join('records as r', 'r.id', 'a.record_id')
      .join('confirmations as c', join =>
        join.on('c.record_id', 'r.id').andOn('c.meaning', 'r.meaning'),
      )
      .where('r.in_force', true)
      .whereNot('r.state', 'contradicted')
      .whereBetween('a.until_at', [at - DAY_MS, soon])
      .select('r.id', 'a.check_id', 'a.until_at');
    await addNotices(
      knex,
      [
        ...reviews.map(
          ({ id, review_due: due }): NewNotice => ({
            key: `review-due:${id}:${due}`,
            record_id: id,
            kind: 'review-due',
            detail: { due },
          }),
        ),
        ...endings.map(
          ({ id, check_id: check, until_at: until }): NewNotice => {
            const kind: NoticeKind =
              Number(until) < at ? 'acceptance-lapsed' : 'acceptance-lapsing';
            return {
              key: `${kind}:${id}:${check}:${Number(until)}`,
              record_id: id,
              kind,
              detail: { check, day: new Date(Number(until)).toISOString() },
            };
          },
        ),
      ],
      at,
    );
  }

  async #read(keys: readonly string[]): Promise<WaitingNotice[]> {
    const { knex } = this.#options;
    return knex('notices as n')
      .join('records as r', 'r.id', 'n.record_id')
      .leftJoin('record_entities as x', join =>
        join.on('x.record_id', 'r.id').andOnVal('x.position', 0),
      )
      .leftJoin('entities as e', join =>
        join.on('e.ref', 'x.ref').andOnNull('e.deleted_at'),
      )
      .where(inValues(knex, 'n.key', keys))
      .select<WaitingNotice[]>(
        'n.*',
        'r.name',
        'r.title',
        'e.owner',
        'e.system',
        'x.ref',
      );
  }

  async #tell(notice: WaitingNotice): Promise<void> {
    const { notifications, owners, logger } = this.#options;
    const recipients = await owners.resolve({
      owner: notice.owner ?? undefined,
      system: notice.system ?? undefined,
    });
    if (recipients.length === 0) {
      logger.info(
        `Nobody answers for ${notice.ref}: ${notice.key} is not told`,
      );
      return;
    }
    await notifications.send({
      recipients: { type: 'entity', entityRef: recipients },
      payload: payloadOf(notice),
    });
  }
}

function payloadOf(notice: WaitingNotice): NotificationPayload {
  // Written by ourselves.
  const detail = JSON.parse(notice.detail) as Record<string, unknown>;
  const day = String(detail.day ?? detail.due ?? '').slice(0, 10);
  const entity = notice.ref?.split('/').pop() ?? 'its entity';
  const base = {
    link: `/tradeoffs/records/${encodeURIComponent(notice.record_id)}`,
    topic: 'tradeoffs',
    scope: notice.key,
  };
  // Written from the kinds that there are.
  switch (notice.kind as NoticeKind) {
    case 'review-due':
      return {
        ...base,
        title: `Review ${notice.title}`,
        description: `${notice.name} of ${entity} is due for review on ${day}. What it accepts ends with that day.`,
        severity: 'normal',
      };
    case 'contradicted':
      return {
        ...base,
        title: `${notice.title} is contradicted`,
        description: `A fact contradicts what ${notice.name} of ${entity} assumes. What it accepted fails again.`,
        severity: 'high',
      };
    case 'superseded':
      return {
        ...base,
        title: `${notice.title} is superseded`,
        description: `${String(detail.by)} takes the place of ${
          notice.name
        } of ${entity}. What it accepted fails again.`,
        severity: 'normal',
      };
    case 'acceptance-lapsing':
      return {
        ...base,
        title: `${String(detail.check)} is accepted until ${day}`,
        description: `${notice.name} of ${entity} accepts it no longer after that day.`,
        severity: 'normal',
      };
    case 'acceptance-lapsed':
    default:
      return {
        ...base,
        title: `${String(detail.check)} fails again`,
        description: `${notice.name} of ${entity} accepted it until ${day}.`,
        severity: 'high',
      };
  }
}
