import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SourceDescriptor } from '@airworthy/plugin-readiness-common';
import type {
  CollectContext,
  EntityEvidence,
  EvidenceSource,
} from '@airworthy/plugin-readiness-node';
import type { EvidenceWriter } from '../../collect/EvidenceWriter';
import type { EntityStore } from '../../entities/EntityStore';

/** An entity with its id in our tables. */
export interface IdentifiedEntity {
  ref: string;
  id: number;
}

/** What a stored source derives its evidence from. */
export interface StoredEvidence {
  readonly descriptor: SourceDescriptor;
  /** When all of it is stated again; every few minutes unless told. */
  readonly schedule?: EvidenceSource['schedule'];
  /** Of all of these entities, with a few statements. */
  read(
    entities: readonly IdentifiedEntity[],
    now: number,
  ): Promise<EntityEvidence[]>;
}

/** @see StoredSource */
export interface StoredSourceOptions {
  evidence: StoredEvidence;
  entities: Pick<EntityStore, 'idsOf'>;
  writer: EvidenceWriter;
  logger: LoggerService;
}

const SCHEDULE: EvidenceSource['schedule'] = {
  frequency: { minutes: 5 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 5 },
};

/**
 * An evidence source over what the portal itself keeps: deployments, what was
 * pushed, what is attested, tradeoff records. What changes there is published at once; its run only sees to new
 * entities, to what expired and to the links.
 */
export class StoredSource implements EvidenceSource {
  readonly descriptor: SourceDescriptor;
  readonly schedule: EvidenceSource['schedule'];
  readonly #options: StoredSourceOptions;

  constructor(options: StoredSourceOptions) {
    this.#options = options;
    this.descriptor = options.evidence.descriptor;
    this.schedule = options.evidence.schedule ?? SCHEDULE;
  }

  async collect(context: CollectContext): Promise<void> {
    for await (const batch of context.entities()) {
      context.signal.throwIfAborted();
      await context.emit(
        await this.#read(
          batch.map(entity => entity.ref),
          context.now,
        ),
      );
    }
  }

  /** States again what holds of these entities. */
  async publish(entityRefs: readonly string[], now: number): Promise<void> {
    if (entityRefs.length === 0) {
      return;
    }
    const { writer, logger } = this.#options;
    const { id } = this.descriptor;
    await writer.write(
      id,
      await this.#read(entityRefs, now),
      now,
      ({ message, entityRef }) =>
        logger.warn(`Source ${id} ${message} of ${entityRef}`),
    );
  }

  async #read(
    entityRefs: readonly string[],
    now: number,
  ): Promise<EntityEvidence[]> {
    const { entities, evidence } = this.#options;
    const ids = await entities.idsOf(entityRefs);
    return evidence.read(
      [...ids].map(([ref, id]) => ({ ref, id })),
      now,
    );
  }
}
