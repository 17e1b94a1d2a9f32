import { ConflictError } from '@backstage/errors';
import type { EvidenceSource } from '@airworthy/plugin-readiness-node';

/** The sources that modules bring, each id once. */
export class SourceSet {
  readonly #sources = new Map<string, EvidenceSource>();

  /** @throws ConflictError where another source has the same id */
  add(source: EvidenceSource): void {
    const { id } = source.descriptor;
    if (this.#sources.has(id)) {
      throw new ConflictError(`Two evidence sources have the id "${id}"`);
    }
    this.#sources.set(id, source);
  }

  list(): EvidenceSource[] {
    return [...this.#sources.values()];
  }
}
