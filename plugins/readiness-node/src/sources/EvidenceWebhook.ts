import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventParams } from '@backstage/plugin-events-node';
import type { Deployment, Incident } from '@airworthy/plugin-readiness-common';
import type { InOwnName, SourceEntity } from './EvidenceSource';

/**
 * What the handler of an event is given.
 *
 * @public
 */
export interface WebhookContext {
  /**
   * The entities whose annotation has this value, whatever its case. The index
   * behind it may be a minute old.
   */
  findByAnnotation(name: string, value: string): Promise<SourceEntity[]>;
  /** The entities of these refs that the catalog has. */
  find(entityRefs: readonly string[]): Promise<SourceEntity[]>;
  logger: LoggerService;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * What one event means for one evidence source. All of it is on the page within
 * seconds.
 *
 * @public
 */
export interface WebhookOutcome {
  /**
   * The configured source in whose name it speaks, such as `github:acme`: what
   * another run of that source would have told.
   */
  source: string;
  deployments?: InOwnName<Deployment>[];
  incidents?: InOwnName<Incident>[];
  /** Refs of entities that the source is asked about again, one by one. */
  refresh?: string[];
  /** The source is run for all entities: for events that tell no entity. */
  recollect?: boolean;
}

/**
 * Turns the events of a vendor into evidence. They come through Backstage's
 * events plugin: its HTTP ingress checks the vendor's signature before it
 * publishes, such as `@backstage/plugin-events-backend-module-github` does.
 *
 * @public
 */
export interface EvidenceWebhook {
  /** Unique, such as `github`; replicas share the events of one id. */
  id: string;
  /** Topics of the events plugin, such as `github.deployment_status`. */
  topics: string[];
  /**
   * Reads an event. Its payload is checked by shape here; one that means
   * nothing to the sources gives no outcome.
   *
   * @throws InputError where the payload has not the vendor's shape
   */
  handle(
    event: EventParams,
    context: WebhookContext,
  ): Promise<WebhookOutcome[]>;
}
