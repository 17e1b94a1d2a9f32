import type {
  FactRecord,
  FactRegistry,
} from '@airworthy/plugin-readiness-common';
import type { EntityEvidence } from '@airworthy/plugin-readiness-node';
import type { EntityStore } from '../entities/EntityStore';
import type { EvidenceStore } from './EvidenceStore';
import type { SourceProblem } from './SourceHealthStore';

/** @see EvidenceWriter */
export interface EvidenceWriterOptions {
  entities: Pick<EntityStore, 'idsOf'>;
  evidence: EvidenceStore;
  registry: FactRegistry;
}

/** Stores what a source says, as far as it may say it. */
export class EvidenceWriter {
  readonly #options: EvidenceWriterOptions;

  constructor(options: EvidenceWriterOptions) {
    this.#options = options;
  }

  /**
   * @param reportError - called for what is refused: facts in the name of
   *   another source, and facts that nobody registered
   */
  async write(
    source: string,
    evidence: readonly EntityEvidence[],
    now: number,
    reportError: (problem: SourceProblem) => void,
  ): Promise<void> {
    const { entities, evidence: store, registry } = this.#options;
    const ids = await entities.idsOf(evidence.map(item => item.entityRef));
    const known = new Map<number, EntityEvidence & { entityId: number }>();
    for (const item of evidence) {
      const entityId = ids.get(item.entityRef);
      // An entity can leave the catalog while a source runs.
      if (entityId === undefined) {
        continue;
      }
      const facts = item.facts.filter(fact => {
        const problem =
          refusalOfSource(fact.source, source) ??
          (registry.get(fact.name)
            ? undefined
            : `states "${fact.name}", which is no registered fact`);
        if (problem) {
          reportError({ message: problem, entityRef: item.entityRef });
        }
        return problem === undefined;
      });
      known.set(entityId, { ...item, facts, entityId });
    }
    await store.write(source, [...known.values()], now);
  }

  /** What all sources state of one fact, by entity reference. */
  async stated(
    name: string,
    entityRefs: readonly string[],
  ): Promise<Map<string, FactRecord[]>> {
    const { entities, evidence: store } = this.#options;
    const ids = await entities.idsOf([...entityRefs]);
    const byId = await store.stated(name, [...ids.values()]);
    return new Map(
      [...ids].map(([ref, entityId]) => [ref, byId.get(entityId) ?? []]),
    );
  }
}

function refusalOfSource(stated: string, source: string): string | undefined {
  return stated === source
    ? undefined
    : `states a fact in the name of "${stated}"`;
}
