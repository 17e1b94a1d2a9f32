import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  FactRetrieverContext,
  TechInsightFact,
} from '@backstage-community/plugin-tech-insights-node';
import type {
  FactRecord,
  ScalarFactDefinition,
  SourceDescriptor,
} from '@airworthy/plugin-readiness-common';
import {
  frameOf,
  type CollectContext,
  type EntityEvidence,
  type EvidenceSource,
} from '@airworthy/plugin-readiness-node';
import type { RegisteredFactRetriever } from './extensionPoint';
import {
  toFactDefinitions,
  toWord,
  type RetrievedFact,
} from './toFactDefinitions';
import { toFactValue } from './toFactValue';

/** @public */
export interface FactRetrieverSourceOptions extends RegisteredFactRetriever {
  /** What retrievers are given; the logger is the run's. */
  services: Pick<
    FactRetrieverContext,
    'config' | 'discovery' | 'auth' | 'urlReader'
  >;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Runs a fact retriever of Tech Insights as a source of evidence: one run for all
 * entities, whatever the retriever does in it.
 *
 * @public
 */
export class FactRetrieverSource implements EvidenceSource {
  readonly descriptor: SourceDescriptor;
  readonly schedule: EvidenceSource['schedule'];
  readonly #options: FactRetrieverSourceOptions;
  readonly #facts: RetrievedFact[];

  constructor(options: FactRetrieverSourceOptions) {
    const { factRetriever, prefix, strength, schedule } = options;
    const id = `tech-insights:${factRetriever.id}`;
    this.#options = options;
    this.#facts = toFactDefinitions(factRetriever, {
      kind: 'tech-insights',
      prefix: prefix ?? toWord(factRetriever.id),
    });
    this.schedule = schedule ?? {
      frequency: { hours: 1 },
      timeout: { minutes: 15 },
      initialDelay: { seconds: 15 },
    };
    this.descriptor = {
      id,
      kind: 'tech-insights',
      title: factRetriever.title ?? factRetriever.id,
      strength: strength ?? 'observed',
      supplies: this.#facts.map(({ definition }) => definition.name),
    };
  }

  /** What its schema declares. */
  get definitions(): ScalarFactDefinition[] {
    return this.#facts.map(({ definition }) => definition);
  }

  async collect(context: CollectContext): Promise<void> {
    const retrieved = await this.#retrieve(context);
    for await (const batch of context.entities()) {
      context.signal.throwIfAborted();
      await context.emit(
        batch.map(({ ref }) =>
          this.#evidenceOf(ref, retrieved.get(ref), context),
        ),
      );
    }
  }

  async #retrieve({
    only,
    logger,
    countCall,
  }: CollectContext): Promise<Map<string, TechInsightFact>> {
    const { factRetriever, services } = this.#options;
    countCall();
    const facts = await factRetriever.handler({
      ...services,
      logger,
      entityFilter: only
        ? filterOf(only.entityRef)
        : factRetriever.entityFilter,
    });
    return new Map(facts.map(fact => [stringifyEntityRef(fact.entity), fact]));
  }

  #evidenceOf(
    entityRef: string,
    retrieved: TechInsightFact | undefined,
    context: CollectContext,
  ): EntityEvidence {
    if (!retrieved) {
      return {
        entityRef,
        link: {
          status: 'not-linked',
          message: `${this.descriptor.title} retrieves nothing of it.`,
        },
        facts: [],
      };
    }
    const frame = {
      ...frameOf({
        source: this.descriptor.id,
        environment: '',
        observed: retrieved.timestamp?.toMillis() ?? context.now,
        freshness: this.#options.freshness ?? DAY_MS,
      }),
      strength: this.descriptor.strength,
    };
    return {
      entityRef,
      link: { status: 'ok' },
      facts: this.#facts.flatMap(({ key, definition }): FactRecord[] => {
        const told = retrieved.facts[key];
        // A retriever that leaves a fact out has no word on it.
        if (told === undefined || told === null) {
          return [];
        }
        const { value, refusal } = toFactValue(definition.type, told);
        if (refusal !== undefined) {
          context.reportError({
            message: `the fact "${key}" ${refusal}`,
            entityRef,
          });
          return [];
        }
        return [{ ...frame, name: definition.name, member: '', value }];
      }),
    };
  }
}

/** What has a retriever look at one entity alone. */
function filterOf(entityRef: string): Record<string, string> {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return {
    kind,
    'metadata.namespace': namespace,
    'metadata.name': name,
  };
}
