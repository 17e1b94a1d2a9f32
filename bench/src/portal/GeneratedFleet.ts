import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
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

/** Puts the generated company into the catalog. */
class GeneratedEntityProvider implements EntityProvider {
  readonly #services: number;

  constructor(services: number) {
    this.#services = services;
  }

  getProviderName(): string {
    return 'generated-fleet';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await connection.applyMutation({
      type: 'full',
      entities: generateOrganisation(this.#services).map(entity => ({
        entity,
        locationKey: 'generated-fleet',
      })),
    });
  }
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

  readonly schedule = {
    // Asked often, since the catalog takes its time to fill; it scans once.
    frequency: { seconds: 10 },
    timeout: { hours: 1 },
  };

  readonly #services: number;
  readonly #onCollected: () => void;

  constructor(options: { services: number; onCollected: () => void }) {
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
        deps: { catalog: catalogProcessingExtensionPoint },
        async init({ catalog }) {
          catalog.addEntityProvider(new GeneratedEntityProvider(services));
        },
      });
    },
  });
}

/** The evidence source of a generated fleet. */
export function fleetReadinessModule(options: {
  services: number;
  onCollected: () => void;
}) {
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
