import {
  type CollectContext,
  type ClusterObservation,
  clusterFacts,
  clusterOf,
  type EntityEvidence,
  type EvidenceSource,
  KUBERNETES_ANNOTATIONS,
  LinkKeeper,
  namesWorkloads,
  type ObservedEntity,
  observeCluster,
  type ScanEntity,
  type SourceEntity,
  toScanEntity,
  type UpstreamClientOptions,
} from '@airworthy/plugin-readiness-node';
import type { SourceDescriptor } from '@airworthy/plugin-readiness-common';
import type { JsonObject } from '@backstage/types';
import type { ClusterConfig } from '../config';
import { KubernetesApi } from '../kubernetes/KubernetesApi';
import { InventoryReader } from './InventoryReader';
import { createObjectUrl } from './createObjectUrl';
import { ProgressKeeper } from './ProgressKeeper';

const CONTESTED = 'contested';
/** Workloads that a message names. */
const MAX_WORDS = 5;
const WORKLOAD_KINDS = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** @see KubernetesSource.create */
export type KubernetesSourceOptions = Pick<
  UpstreamClientOptions,
  'logger' | 'retry' | 'breaker'
> & {
  /** Milliseconds between savings of a long listing; 30 seconds unless told. */
  saveEvery?: number;
};

/**
 * What one cluster shows of all entities: a list for each kind of object, page by
 * page, joined in memory.
 */
export class KubernetesSource implements EvidenceSource {
  readonly descriptor: SourceDescriptor;
  readonly schedule: ClusterConfig['schedule'];
  readonly fields = [
    'kind',
    'metadata.name',
    'metadata.namespace',
    'metadata.annotations',
    'metadata.labels',
    'spec.type',
  ];
  readonly linkedBy = [...KUBERNETES_ANNOTATIONS];
  readonly #config: ClusterConfig;
  readonly #reader: InventoryReader;
  readonly #progress: ProgressKeeper;
  readonly #links = new LinkKeeper();
  readonly #urlOf: (object: JsonObject) => string | undefined;
  /** Where the workloads of an entity were, by its ref, in the last whole run. */
  #namespaces = new Map<string, string[]>();

  static create(
    config: ClusterConfig,
    options: KubernetesSourceOptions = {},
  ): KubernetesSource {
    return new KubernetesSource(config, options);
  }

  private constructor(config: ClusterConfig, options: KubernetesSourceOptions) {
    const { saveEvery = 30_000, ...clientOptions } = options;
    const api = new KubernetesApi(config, clientOptions);
    this.#config = config;
    this.#reader = new InventoryReader({ api, name: config.name });
    this.#progress = new ProgressKeeper({
      secret: () => api.token(),
      // What is said to be seen now must not be much older.
      maxAge: Math.min(config.freshness / 2, 15 * 60_000),
      saveEvery,
    });
    this.#urlOf = createObjectUrl(config);
    this.schedule = config.schedule;
    this.descriptor = {
      id: `kubernetes:${config.name}`,
      kind: 'kubernetes',
      title: `Kubernetes ${config.name}`,
      strength: 'observed',
      supplies: [...clusterFacts],
    };
  }

  async collect(context: CollectContext): Promise<void> {
    const { freshness } = this.#config;
    await this.#links.run(context, freshness, async emit => {
      if (context.only) {
        await this.#collectOne(context, emit);
      } else {
        await this.#collectAll(context, emit);
      }
    });
  }

  async #collectAll(
    context: CollectContext,
    emit: (evidence: EntityEvidence[]) => Promise<void>,
  ): Promise<void> {
    const progress = await this.#progress.begin(context);
    let inventory;
    try {
      inventory = await this.#reader.readAll(context, progress, () =>
        this.#progress.saveIfDue(context),
      );
    } catch (error) {
      await this.#progress.save(context);
      throw error;
    }
    const entities = await readEntities(context);
    const observation = await this.#observe(inventory, {
      entities,
      now: progress.startedAt,
      signal: context.signal,
    });
    this.#reportContests(context, observation);
    await context.checkpoint.set(
      CONTESTED,
      Object.fromEntries(observation.contested),
    );
    this.#namespaces = namespacesOf(observation);
    await this.#say(context, emit, observation, inventory.hidden);
    await this.#progress.finish(context);
  }

  /** Lists the namespaces of the one entity, where they are known. */
  async #collectOne(
    context: CollectContext,
    emit: (evidence: EntityEvidence[]) => Promise<void>,
  ): Promise<void> {
    const entities = await readEntities(context);
    const namespaces = entities.flatMap(
      ({ entityRef, annotations }) =>
        this.#namespaces.get(entityRef) ??
        annotations['backstage.io/kubernetes-namespace'] ??
        [],
    );
    const inventory = await this.#reader.readNamespaces(context, namespaces);
    const contested =
      (await context.checkpoint.get<Record<string, string[]>>(CONTESTED)) ?? {};
    const observation = await this.#observe(inventory, {
      entities,
      now: context.now,
      signal: context.signal,
      contested: new Map(Object.entries(contested)),
    });
    await this.#say(context, emit, observation, inventory.hidden);
  }

  async #observe(
    inventory: Parameters<typeof observeCluster>[0],
    options: Pick<
      Parameters<typeof observeCluster>[1],
      'entities' | 'now' | 'signal' | 'contested'
    >,
  ): Promise<ClusterObservation> {
    const { name, environmentOf, freshness } = this.#config;
    return observeCluster(inventory, {
      cluster: name,
      environmentOf,
      source: this.descriptor.id,
      expiresAt: new Date(options.now + freshness).toISOString(),
      urlOf: this.#urlOf,
      ...options,
    });
  }

  #reportContests(
    context: CollectContext,
    observation: ClusterObservation,
  ): void {
    for (const { entity, contested } of observation.entities) {
      for (const message of contested) {
        context.reportError({ message, entityRef: entity.entityRef });
      }
    }
  }

  async #say(
    context: CollectContext,
    emit: (evidence: EntityEvidence[]) => Promise<void>,
    observation: ClusterObservation,
    hidden: ReadonlyMap<string, string>,
  ): Promise<void> {
    const observed = new Map(
      observation.entities.map(item => [item.entity.entityRef, item]),
    );
    for await (const entities of context.entities()) {
      context.signal.throwIfAborted();
      await emit(
        entities.map(entity => {
          const found = observed.get(entity.ref);
          return found
            ? evidenceOf(found)
            : {
                entityRef: entity.ref,
                link: this.#missingLink(entity, hidden),
                facts: [],
              };
        }),
      );
    }
  }

  #missingLink(
    entity: SourceEntity,
    hidden: ReadonlyMap<string, string>,
  ): EntityEvidence['link'] {
    const { name } = this.#config;
    const scanEntity = toScanEntity(entity.entity);
    const cluster = scanEntity && clusterOf(scanEntity);
    if (cluster !== undefined && cluster !== name) {
      return {
        status: 'not-linked',
        message: `The annotation backstage.io/kubernetes-cluster names ${cluster}.`,
      };
    }
    const reason = WORKLOAD_KINDS.map(kind => hidden.get(kind)).find(Boolean);
    if (reason !== undefined) {
      return {
        status: 'denied',
        message: `Whether it runs here is not known: ${reason}.`,
      };
    }
    return scanEntity && namesWorkloads(scanEntity)
      ? {
          status: 'not-found',
          message: `No workload in ${name} is what its annotations name.`,
        }
      : {
          status: 'not-linked',
          message: `No workload in ${name} bears the label backstage.io/kubernetes-id: ${entity.name}. Give it that label, or say with the annotation backstage.io/kubernetes-id or backstage.io/kubernetes-label-selector which are its own.`,
        };
  }
}

function evidenceOf({
  entity,
  facts,
  matched,
}: ObservedEntity): EntityEvidence {
  const words = matched.map(({ member, rule }) => `${member} by ${rule}`);
  return {
    entityRef: entity.entityRef,
    link: {
      status: 'ok',
      ...(words.length > 0 && {
        message: `Matched: ${words.slice(0, MAX_WORDS).join('; ')}${
          words.length > MAX_WORDS
            ? ` and ${words.length - MAX_WORDS} more`
            : ''
        }.`,
      }),
    },
    facts,
  };
}

async function readEntities(context: CollectContext): Promise<ScanEntity[]> {
  const entities: ScanEntity[] = [];
  for await (const batch of context.entities()) {
    for (const { ref, entity } of batch) {
      const scanEntity = toScanEntity(entity);
      if (scanEntity) {
        entities.push({ ...scanEntity, entityRef: ref });
      }
    }
  }
  return entities;
}

function namespacesOf(observation: ClusterObservation): Map<string, string[]> {
  return new Map(
    observation.entities.map(({ entity, matched }) => [
      entity.entityRef,
      [...new Set(matched.map(({ member }) => member.split('/')[1]))],
    ]),
  );
}
