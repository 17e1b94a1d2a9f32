import type { SourceEntity } from '@airworthy/plugin-readiness-node';
import type { EntityStore } from '../entities/EntityStore';

/** @see AnnotationIndex */
export interface AnnotationIndexOptions {
  entities: Pick<EntityStore, 'batches' | 'findAll'>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** The values of one annotation in lower case, with refs of entities. */
type Index = Map<string, string[]>;

const LIFETIME_MS = 60_000;

/**
 * Finds entities by the value of an annotation. Events come in showers, and each
 * names a thing of the vendor's: the catalog is read once a minute for all of
 * them, not once for each.
 */
export class AnnotationIndex {
  readonly #options: AnnotationIndexOptions;
  readonly #built = new Map<string, { at: number; index: Promise<Index> }>();

  constructor(options: AnnotationIndexOptions) {
    this.#options = options;
  }

  async find(name: string, value: string): Promise<SourceEntity[]> {
    const index = await this.#index(name);
    return this.#options.entities.findAll(index.get(folded(value)) ?? []);
  }

  async #index(name: string): Promise<Index> {
    const at = this.#options.now();
    const built = this.#built.get(name);
    if (built && at - built.at < LIFETIME_MS) {
      return built.index;
    }
    const index = this.#build(name);
    this.#built.set(name, { at, index });
    try {
      return await index;
    } catch (error) {
      this.#built.delete(name);
      throw error;
    }
  }

  async #build(name: string): Promise<Index> {
    const index: Index = new Map();
    for await (const batch of this.#options.entities.batches()) {
      for (const { ref, annotations } of batch) {
        const value = annotations[name];
        if (value !== undefined) {
          const key = folded(value);
          index.set(key, [...(index.get(key) ?? []), ref]);
        }
      }
    }
    return index;
  }
}

function folded(value: string): string {
  return value.toLocaleLowerCase('en-US');
}
