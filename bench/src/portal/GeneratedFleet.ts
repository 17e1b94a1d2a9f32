import {
  coreServices,
  createBackendModule,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
} from '@backstage/plugin-catalog-node';
import type { HumanDuration } from '@backstage/types';
import { FactRegistry } from '@airworthy/plugin-readiness-common';
import {
  createMemoryTree,
  readinessSourcesExtensionPoint,
  scanRepository,
  type CollectContext,
  type EntityEvidence,
  type EvidenceSource,
  type SourceEntity,
} from '@airworthy/plugin-readiness-node';
import {
  generateOrganisation,
  serviceName,
} from '../generate/generateOrganisation';
import { generateRepository } from '../generate/generateRepository';
import { SEEDING_PROVIDER, seedCatalog } from './seedCatalog';

/**
 * Puts the generated company into the catalog, once: a provider is called when
 * the catalog has its tables, and the catalog drops what has none.
 */
class GeneratedEntityProvider implements EntityProvider {
  readonly #database: DatabaseService;
  readonly #services: number;

  constructor(options: { database: DatabaseService; services: number }) {
    this.#database = options.database;
    this.#services = options.services;
  }

  getProviderName(): string {
    return SEEDING_PROVIDER;
  }

  async connect(): Promise<void> {
    const knex = await this.#database.getClient();
    if (!(await knex('refresh_state').first('entity_id'))) {
      await seedCatalog(knex, generateOrganisation(this.#services));
    }
  }
}

/** @see fleetReadinessModule */
export interface FleetReadinessOptions {
  services: number;
  /** How long after its start a portal asks the source for the first time. */
  initialDelay?: HumanDuration;
  /** Called when the repositories are scanned and stored. */
  onCollected: () => void;
}

/** States what the real scanner finds in the generated repositories. */
class GeneratedRepositorySource implements EvidenceSource {
  readonly descriptor = {
    id: 'repository',
    kind: 'repository',
    title: 'Repository',
    strength: 'declared' as const,
    supplies: FactRegistry.create()
      .all()
      .filter(fact => fact.suppliedBy.includes('repository'))
      .map(fact => fact.name),
  };

  readonly schedule;
  readonly #services: number;
  readonly #onCollected: () => void;

  constructor(options: FleetReadinessOptions) {
    this.schedule = {
      // Asked often, until all of the catalog is there; it scans once.
      frequency: { seconds: 10 },
      timeout: { hours: 1 },
      ...(options.initialDelay ? { initialDelay: options.initialDelay } : {}),
    };
    this.#services = options.services;
    this.#onCollected = options.onCollected;
  }

  async collect(context: CollectContext): Promise<void> {
    if (await context.checkpoint.get('scanned')) {
      this.#onCollected();
      return;
    }
    const batches: SourceEntity[][] = [];
    let found = 0;
    for await (const batch of context.entities()) {
      batches.push(batch.filter(isService));
      found += batches[batches.length - 1].length;
    }
    if (found < this.#services) {
      return;
    }
    for (const batch of batches) {
      const evidence: EntityEvidence[] = [];
      for (const entity of batch) {
        evidence.push(await this.#scan(entity, context.now));
      }
      await context.emit(evidence);
    }
    await context.checkpoint.set('scanned', found);
    this.#onCollected();
  }

  async #scan(entity: SourceEntity, now: number): Promise<EntityEvidence> {
    const index = Number(entity.name.split('-')[1]);
    const scan = await scanRepository(
      createMemoryTree(generateRepository(serviceName(index), index)),
      {
        now,
        source: this.descriptor.id,
        entities: [
          {
            entityRef: entity.ref,
            name: entity.name,
            namespace: entity.namespace,
            annotations: entity.annotations,
            labels: {},
            entity: entity.entity,
          },
        ],
      },
    );
    return {
      entityRef: entity.ref,
      link: { status: 'ok' },
      facts: scan.services[0]?.facts ?? [],
    };
  }
}

function isService(entity: SourceEntity): boolean {
  return entity.kind === 'component';
}

/** The catalog's module of a generated fleet. */
export function fleetCatalogModule(services: number) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'generated-fleet',
    register(env) {
      env.registerInit({
        deps: {
          catalog: catalogProcessingExtensionPoint,
          database: coreServices.database,
        },
        async init({ catalog, database }) {
          catalog.addEntityProvider(
            new GeneratedEntityProvider({ database, services }),
          );
        },
      });
    },
  });
}

/** The evidence source of a generated fleet. */
export function fleetReadinessModule(options: FleetReadinessOptions) {
  return createBackendModule({
    pluginId: 'readiness',
    moduleId: 'generated-fleet',
    register(env) {
      env.registerInit({
        deps: { sources: readinessSourcesExtensionPoint },
        async init({ sources }) {
          sources.addSource(new GeneratedRepositorySource(options));
        },
      });
    },
  });
}
