import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  filterPredicateToFilterFunction,
  type FilterPredicate,
} from '@backstage/filter-predicates';
import {
  refusalOfValue,
  type Deployment,
  type DeploymentPush,
  type EvidencePush,
  type FactRegistry,
  type PushResult,
} from '@airworthy/plugin-readiness-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EntityStore } from '../entities/EntityStore';
import type { LiveRecorder } from '../live';
import type { StoredSource } from '../sources/stored';
import { PUSHED_SOURCE_ID, pushableFacts } from './PushedEvidence';
import type { PushedItem, PushStore } from './PushStore';
import type { PushCaller, PushConfig } from './types';

/** @see PushReceiver */
export interface PushReceiverOptions {
  config: PushConfig;
  entities: Pick<EntityStore, 'findAll' | 'idsOf'>;
  /** Evaluated ones; the first is what counts. */
  environments: readonly string[];
  live: LiveRecorder;
  logger: LoggerService;
  registry: FactRegistry;
  source: StoredSource;
  store: PushStore;
  /** Milliseconds since the epoch. */
  now: () => number;
}

type PushedItemRequest = EvidencePush['items'][number];
type PushedFactRequest = PushedItemRequest['facts'][number];
type DeploymentRequest = DeploymentPush['deployments'][number];

/** A clock may be a little ahead of ours. */
const CLOCK_SKEW_MS = 5 * 60 * 1000;

/**
 * Takes what callers push, after it is known who they are: all of it or, where
 * something is not theirs or not understood, nothing.
 */
export class PushReceiver {
  readonly #options: PushReceiverOptions;

  constructor(options: PushReceiverOptions) {
    this.#options = options;
  }

  /**
   * @throws NotAllowedError where an entity is not the caller's
   * @throws InputError naming the item and what is wrong with it
   */
  async pushEvidence(
    caller: PushCaller,
    { items }: EvidencePush,
  ): Promise<PushResult> {
    const { store, source, now } = this.#options;
    const at = now();
    const ids = await this.#idsOf(caller, items, 'items');
    const pushed = items.map(
      (item, index): PushedItem => ({
        idempotencyKey: item.idempotencyKey,
        facts: item.facts.map((fact, place) => ({
          entity_id: ids.get(normalRef(item.entityRef)) ?? -1,
          caller: caller.name,
          ...this.#checked(fact, `items[${index}].facts[${place}]`, at),
        })),
      }),
    );
    const { accepted, entityIds } = await store.write(caller.name, pushed, at);
    const written = new Set(entityIds);
    await source.publish(
      [...ids].flatMap(([ref, id]) => (written.has(id) ? ref : [])),
      at,
    );
    return { accepted, repeated: items.length - accepted };
  }

  /**
   * @throws NotAllowedError where an entity is not the caller's
   * @throws InputError naming the deployment and what is wrong with it
   */
  async pushDeployments(
    caller: PushCaller,
    { deployments }: DeploymentPush,
  ): Promise<PushResult> {
    const { live, logger, now } = this.#options;
    const at = now();
    await this.#idsOf(caller, deployments, 'deployments');
    const accepted = await live.recordDeployments(
      {
        source: PUSHED_SOURCE_ID,
        now: at,
        reportError: ({ message }) => logger.warn(message),
      },
      deployments.map((deployment, index) =>
        this.#toDeployment(caller, deployment, `deployments[${index}]`, at),
      ),
    );
    return { accepted, repeated: deployments.length - accepted };
  }

  async #idsOf(
    caller: PushCaller,
    items: ReadonlyArray<{ entityRef: string }>,
    path: string,
  ): Promise<Map<string, number>> {
    const { entities } = this.#options;
    const refs = items.map(({ entityRef }, index) => {
      const ref = normalRef(entityRef);
      if (ref === '') {
        throw new InputError(
          `${path}[${index}].entityRef: "${entityRef}" is no entity reference such as component:default/cart`,
        );
      }
      return ref;
    });
    const found = await entities.findAll([...new Set(refs)]);
    const allows = filterOf(caller.entities);
    const allowed = new Set(
      found.filter(({ entity }) => allows(entity)).map(({ ref }) => ref),
    );
    const index = refs.findIndex(ref => !allowed.has(ref));
    if (index >= 0) {
      // Whether it exists is not for the caller to learn.
      throw new NotAllowedError(
        `${path}[${index}].entityRef: "${caller.name}" may not push for ${refs[index]}: it is not in the catalog, or not among the entities that readiness.push.callers gives it`,
      );
    }
    return entities.idsOf([...allowed]);
  }

  #checked(fact: PushedFactRequest, path: string, now: number) {
    const { config, registry } = this.#options;
    const definition = pushableFacts(registry).find(
      ({ name }) => name === fact.name,
    );
    if (!definition) {
      const nearest = registry.nearest(fact.name);
      throw new InputError(
        `${path}.name: "${fact.name}" is no fact that may be pushed${
          nearest === undefined || nearest === fact.name
            ? ''
            : `; did you mean "${nearest}"?`
        }`,
      );
    }
    const refusal = refusalOfValue(definition.type, fact.value);
    if (refusal) {
      throw new InputError(`${path}.value: ${refusal}`);
    }
    const observedAt = pastTime(fact.observedAt, `${path}.observedAt`, now);
    const expiresAt = fact.expiresAt
      ? readTime(fact.expiresAt, `${path}.expiresAt`)
      : observedAt + config.maxAgeMs;
    if (expiresAt <= observedAt) {
      throw new InputError(`${path}.expiresAt: is not after it was observed`);
    }
    return {
      environment: fact.environment ?? '',
      name: fact.name,
      value: JSON.stringify(fact.value),
      url: fact.url ?? null,
      observed_at: observedAt,
      expires_at: expiresAt,
    };
  }

  #toDeployment(
    caller: PushCaller,
    request: DeploymentRequest,
    path: string,
    now: number,
  ): Deployment {
    const { rollback, rework, ...rest } = request;
    if (request.finishedAt !== undefined) {
      pastTime(request.finishedAt, `${path}.finishedAt`, now);
    }
    return {
      ...rest,
      // Two callers may well count their deployments from 1.
      key: `${caller.name}/${request.key}`,
      entityRef: normalRef(request.entityRef),
      source: PUSHED_SOURCE_ID,
      environment: request.environment ?? this.#options.environments[0],
      rollback: rollback ?? false,
      ...(rework ? { rework } : {}),
    };
  }
}

function filterOf(predicate: FilterPredicate): (entity: object) => boolean {
  return filterPredicateToFilterFunction(predicate);
}

/** The reference in full and lower case; empty where it is none. */
function normalRef(ref: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultKind: 'Component' }),
    );
  } catch {
    return '';
  }
}

function readTime(text: string, path: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) {
    throw new InputError(`${path}: "${text}" is no time in ISO 8601`);
  }
  return at;
}

function pastTime(text: string | undefined, path: string, now: number): number {
  if (text === undefined) {
    return now;
  }
  const at = readTime(text, path);
  if (at > now + CLOCK_SKEW_MS) {
    throw new InputError(`${path}: is in the future`);
  }
  return Math.min(at, now);
}
