import {
  type EntityEvidence,
  fingerprintOf,
  type SourceEntity,
} from '@airworthy/plugin-readiness-node';
import type { PagerService } from './PagerService';

/** Names the service of an entity. */
export const SERVICE_ANNOTATION = 'pagerduty.com/service-id';
/** A key of one of its integrations. It is a secret: nothing repeats it. */
export const KEY_ANNOTATION = 'pagerduty.com/integration-key';
/** The account that knows the service, where there are several. */
export const ACCOUNT_ANNOTATION = 'pagerduty.com/account';

/** The services of an account, by what entities name them by. */
export class ServiceIndex {
  readonly #byId: ReadonlyMap<string, PagerService>;
  readonly #byKey: ReadonlyMap<string, PagerService>;

  constructor(services: readonly PagerService[]) {
    this.#byId = new Map(services.map(service => [service.id, service]));
    this.#byKey = new Map(
      services.flatMap(service => service.keys.map(key => [key, service])),
    );
  }

  get(id: string): PagerService | undefined {
    return this.#byId.get(id);
  }

  /** The service of an entity, or why it has none in this account. */
  find(
    { annotations }: Pick<SourceEntity, 'annotations'>,
    account: string,
  ): { service: PagerService } | { link: EntityEvidence['link'] } {
    const id = annotations[SERVICE_ANNOTATION]?.trim();
    const key = annotations[KEY_ANNOTATION]?.trim();
    const named = annotations[ACCOUNT_ANNOTATION]?.trim();
    if (named && named !== account) {
      return {
        link: {
          status: 'not-linked',
          message: `The annotation ${ACCOUNT_ANNOTATION} names ${named}.`,
        },
      };
    }
    if (!id && !key) {
      return {
        link: {
          status: 'not-linked',
          message: `The annotation ${SERVICE_ANNOTATION} would name its service.`,
        },
      };
    }
    const service = id
      ? this.#byId.get(id)
      : this.#byKey.get(fingerprintOf(key ?? ''));
    if (!service) {
      return {
        link: {
          status: 'not-found',
          message: id
            ? `The account ${account} has no service ${id}.`
            : `No service of the account ${account} has the key of ${KEY_ANNOTATION}.`,
        },
      };
    }
    return service.disabled
      ? {
          link: {
            status: 'disabled',
            message: `The service ${service.name} is disabled in PagerDuty: it calls nobody.`,
          },
        }
      : { service };
  }
}
