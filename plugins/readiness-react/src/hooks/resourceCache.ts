/**
 * What was read last, kept for as long as the object it was read from, so that
 * a page that is opened again shows its rows at once and renews them behind.
 */
export class ResourceCache {
  readonly #values = new WeakMap<object, Map<string, unknown>>();
  readonly #limit: number;

  constructor(options: { limit: number }) {
    this.#limit = options.limit;
  }

  get(owner: object, key: string): { value: unknown } | undefined {
    const values = this.#values.get(owner);
    return values?.has(key) ? { value: values.get(key) } : undefined;
  }

  set(owner: object, key: string, value: unknown): void {
    const values = this.#values.get(owner) ?? new Map<string, unknown>();
    this.#values.set(owner, values);
    // Taken out first, so that the order is that of last use.
    values.delete(key);
    values.set(key, value);
    for (const oldest of values.keys()) {
      if (values.size <= this.#limit) {
        break;
      }
      values.delete(oldest);
    }
  }
}
