import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventParams, EventsService } from '@backstage/plugin-events-node';
import type {
  EvidenceSource,
  EvidenceWebhook,
  WebhookOutcome,
} from '@airworthy/plugin-readiness-node';
import type { Refresher } from '../collect/Refresher';
import type { EntityStore } from '../entities/EntityStore';
import type { LiveRecorder } from '../live';
import type { SourceRunner } from '../schedule';
import type { AnnotationIndex } from './AnnotationIndex';

/** @see WebhookDispatcher */
export interface WebhookDispatcherOptions {
  webhooks: readonly EvidenceWebhook[];
  annotations: AnnotationIndex;
  entities: Pick<EntityStore, 'findAll' | 'idsOf'>;
  live: LiveRecorder;
  refresher: Pick<Refresher, 'startSource'>;
  runner: Pick<SourceRunner, 'run'>;
  sources: readonly EvidenceSource[];
  logger: LoggerService;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** Events for more entities than this have the source run as a whole. */
const REFRESHED_AT_MOST = 20;

/**
 * Hands events of vendors to what understands them, and puts what they mean on
 * record at once.
 */
export class WebhookDispatcher {
  readonly #options: WebhookDispatcherOptions;

  constructor(options: WebhookDispatcherOptions) {
    this.#options = options;
  }

  async subscribe(events: EventsService): Promise<void> {
    for (const webhook of this.#options.webhooks) {
      await events.subscribe({
        id: `readiness-${webhook.id}`,
        topics: webhook.topics,
        onEvent: event => this.dispatch(webhook, event),
      });
    }
  }

  /**
   * One event that cannot be understood must not stop those that follow: it is
   * logged, without its payload, which may hold anything.
   */
  async dispatch(webhook: EvidenceWebhook, event: EventParams): Promise<void> {
    const { annotations, entities, logger, now } = this.#options;
    const at = now();
    try {
      const outcomes = await webhook.handle(event, {
        findByAnnotation: (name, value) => annotations.find(name, value),
        find: refs => entities.findAll(refs),
        logger: logger.child({ webhook: webhook.id }),
        now: at,
      });
      for (const outcome of outcomes) {
        await this.#apply(webhook, outcome, at);
      }
    } catch (error) {
      logger.warn(
        `An event of "${event.topic}" was not taken in: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  async #apply(
    webhook: EvidenceWebhook,
    outcome: WebhookOutcome,
    now: number,
  ): Promise<void> {
    const { live, logger, sources } = this.#options;
    const source = sources.find(
      ({ descriptor }) => descriptor.id === outcome.source,
    );
    if (!source) {
      logger.warn(
        `Webhook ${webhook.id} speaks for "${outcome.source}", which is no configured source`,
      );
      return;
    }
    const recording = {
      source: outcome.source,
      now,
      reportError: ({ message }: { message: string }) =>
        logger.warn(`Webhook ${webhook.id} ${message}`),
    };
    if (outcome.deployments) {
      await live.recordDeployments(recording, outcome.deployments);
    }
    if (outcome.incidents) {
      await live.recordIncidents(recording, outcome.incidents);
    }
    await this.#ask(source, outcome);
  }

  async #ask(
    source: EvidenceSource,
    { refresh = [], recollect = false }: WebhookOutcome,
  ): Promise<void> {
    const { entities, refresher, runner } = this.#options;
    const ids = await entities.idsOf([...new Set(refresh)]);
    if (recollect || ids.size > REFRESHED_AT_MOST) {
      await runner.run(source.descriptor.id);
      return;
    }
    for (const [ref, id] of ids) {
      refresher.startSource(source, { ref, id });
    }
  }
}
