import type {
  EvidenceWebhook,
  WebhookContext,
  WebhookOutcome,
} from '@airworthy/plugin-readiness-node';
import { InputError } from '@backstage/errors';
import type { EventParams } from '@backstage/plugin-events-node';
import type { ZodType } from 'zod';
import { ACCOUNT_ANNOTATION, SERVICE_ANNOTATION } from '../collect/linkService';
import { toIncident } from '../collect/PagerDutySource';
import type { AccountConfig } from '../config';
import { incidentData, webhookPayload } from './schemas';

/** The topic of what PagerDuty posts, as the events plugin names it. */
export const PAGERDUTY_TOPIC = 'pagerduty';

/**
 * Reads what PagerDuty posts: an incident is told of at once, and a service that
 * changed is asked about again. Entities are found by the id of their service;
 * those that name a key instead hear of it with the next run.
 */
export class PagerDutyWebhook implements EvidenceWebhook {
  readonly id = 'pagerduty';
  readonly topics = [PAGERDUTY_TOPIC];
  readonly #accounts: readonly AccountConfig[];

  constructor(options: { accounts: readonly AccountConfig[] }) {
    this.#accounts = options.accounts;
  }

  async handle(
    event: EventParams,
    context: WebhookContext,
  ): Promise<WebhookOutcome[]> {
    const { event: told } = read(webhookPayload, event.eventPayload);
    const { event_type: type, occurred_at: occurredAt, data } = told;
    if (data.type === 'service') {
      // The list of services is kept between runs, so that one has to follow.
      return (await this.#refsByAccount(data.id, context)).map(
        ({ account }) => ({ source: sourceOf(account), recollect: true }),
      );
    }
    if (data.type !== 'incident') {
      return [];
    }
    const incident = read(incidentData, data);
    const found = await this.#refsByAccount(incident.service.id, context);
    return found.map(({ account, refs }) => ({
      source: sourceOf(account),
      incidents: refs.map(ref =>
        toIncident(ref, {
          ...incident,
          ...(type === 'incident.resolved' ? { resolved_at: occurredAt } : {}),
        }),
      ),
    }));
  }

  /** Ids of services are unique among accounts. */
  async #refsByAccount(
    service: string,
    context: WebhookContext,
  ): Promise<Array<{ account: AccountConfig; refs: string[] }>> {
    const entities = await context.findByAnnotation(
      SERVICE_ANNOTATION,
      service,
    );
    return this.#accounts.flatMap(account => {
      const refs = entities
        .filter(({ annotations }) => {
          const named = annotations[ACCOUNT_ANNOTATION];
          return named === undefined || named === account.name;
        })
        .map(({ ref }) => ref);
      return refs.length > 0 ? [{ account, refs }] : [];
    });
  }
}

function sourceOf({ name }: AccountConfig): string {
  return `pagerduty:${name}`;
}

function read<T>(schema: ZodType<T>, payload: unknown): T {
  const parsed = schema.safeParse(payload);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `The event of PagerDuty has another shape than expected: ${issue.path.join(
        '.',
      )}: ${issue.message}`,
    );
  }
  return parsed.data;
}
