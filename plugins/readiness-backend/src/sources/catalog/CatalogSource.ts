import { parseEntityRef } from '@backstage/catalog-model';
import type {
  FactRecord,
  SourceDescriptor,
} from '@airworthy/plugin-readiness-common';
import type {
  CollectContext,
  EntityEvidence,
  EntityFieldFact,
  EvidenceSource,
  SourceEntity,
} from '@airworthy/plugin-readiness-node';
import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { EntityStore } from '../../entities/EntityStore';
import { entityFieldFacts } from './entityFieldFacts';
import {
  dashboardFacts,
  dependencyFacts,
  ownerFacts,
  type CatalogFact,
  type ResourceTypes,
} from './entityFacts';
import { OwnerDirectory } from './OwnerDirectory';

const SOURCE_ID = 'catalog';

/** How long what the catalog said counts when it is no longer read. */
const FRESHNESS_MS = 24 * 60 * 60 * 1000;

const SUPPLIES = [
  'owner.ref',
  'owner.exists',
  'owner.kind',
  'owner.members',
  'owner.contacts',
  'owner.handles',
  'datastore.resources',
  'queue.resources',
  'dashboard.links',
  'dashboard.answers',
];

/** @see CatalogSource */
export interface CatalogSourceOptions {
  entities: Pick<EntityStore, 'listByKind'>;
  /** The portal's address, for links to the pages of entities. */
  appBaseUrl: string;
  resourceTypes: ResourceTypes;
  /** Facts of config that are fields of the entity. */
  fieldFacts: readonly EntityFieldFact[];
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/**
 * What the catalog itself says: owners, and what entities depend on. It reads
 * the plugin's own copy, once for all entities, and asks the catalog nothing.
 */
export class CatalogSource implements EvidenceSource {
  readonly descriptor: SourceDescriptor;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  readonly fields: string[];
  readonly #options: CatalogSourceOptions;

  constructor(options: CatalogSourceOptions) {
    this.#options = options;
    this.schedule = options.schedule;
    this.fields = options.fieldFacts.map(fact => fact.entityField);
    this.descriptor = {
      id: SOURCE_ID,
      kind: 'catalog',
      title: 'Catalog',
      strength: 'declared',
      supplies: [...SUPPLIES, ...options.fieldFacts.map(fact => fact.name)],
    };
  }

  async collect(context: CollectContext): Promise<void> {
    const { entities, resourceTypes, fieldFacts } = this.#options;
    const joined = await entities.listByKind(['group', 'user', 'resource']);
    const directory = new OwnerDirectory(joined);
    const resources = new Map(
      joined
        .filter(entity => entity.kind === 'resource')
        .map(entity => [entity.ref, entity]),
    );
    for await (const batch of context.entities()) {
      context.signal.throwIfAborted();
      await context.emit(
        batch.map(entity =>
          this.#evidence(entity, context.now, [
            ...ownerFacts(entity, directory),
            ...dependencyFacts(entity, resources, resourceTypes),
            ...dashboardFacts(entity),
            ...entityFieldFacts(entity, fieldFacts),
          ]),
        ),
      );
    }
  }

  #evidence(
    entity: SourceEntity,
    now: number,
    facts: CatalogFact[],
  ): EntityEvidence {
    const observedAt = new Date(now).toISOString();
    const expiresAt = new Date(now + FRESHNESS_MS).toISOString();
    return {
      entityRef: entity.ref,
      link: { status: 'ok' },
      facts: facts.map(
        ({ name, value, missing, seenAt }): FactRecord => ({
          name,
          member: '',
          environment: '',
          source: SOURCE_ID,
          strength: 'declared',
          ...(value === undefined ? { missing } : { value }),
          observedAt,
          expiresAt,
          origins: { '': { url: this.#pageOf(seenAt) } },
        }),
      ),
    };
  }

  #pageOf(ref: string): string {
    const { kind, namespace, name } = parseEntityRef(ref);
    return `${this.#options.appBaseUrl}/catalog/${[namespace, kind, name]
      .map(encodeURIComponent)
      .join('/')}`;
  }
}
