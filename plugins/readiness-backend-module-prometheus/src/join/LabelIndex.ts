/** A label and one value of it. */
export type LabelPair = readonly [name: string, value: string];

/** Finds things by labels without looking at all of them. */
export class LabelIndex<T> {
  readonly #byPair = new Map<string, Set<T>>();

  /**
   * @param pairsOf - all labels of a thing; one label may have several values
   */
  constructor(items: Iterable<T>, pairsOf: (item: T) => Iterable<LabelPair>) {
    for (const item of items) {
      for (const pair of pairsOf(item)) {
        const key = keyOf(pair);
        const known = this.#byPair.get(key);
        if (known) {
          known.add(item);
        } else {
          this.#byPair.set(key, new Set([item]));
        }
      }
    }
  }

  /** Those that have all of the labels, in their order; none for no labels. */
  find(pairs: readonly LabelPair[]): T[] {
    const [first, ...others] = pairs
      .map(pair => this.#byPair.get(keyOf(pair)) ?? new Set<T>())
      .sort((a, b) => a.size - b.size);
    return first
      ? [...first].filter(item => others.every(other => other.has(item)))
      : [];
  }
}

function keyOf([name, value]: LabelPair): string {
  return `${name}\0${value}`;
}
