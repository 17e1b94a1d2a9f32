/**
 * A pattern of names as people write it in the config: `*` stands for any
 * characters, all else for itself. Matching takes time linear in the name for
 * each star.
 *
 * @public
 */
export class NamePattern {
  readonly #parts: readonly string[];

  constructor(pattern: string) {
    this.#parts = pattern.split('*');
  }

  matches(name: string): boolean {
    const [first, ...rest] = this.#parts;
    const last = rest.pop();
    if (last === undefined) {
      return name === first;
    }
    if (!name.startsWith(first)) {
      return false;
    }
    let at = first.length;
    for (const part of rest) {
      const found = name.indexOf(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length;
    }
    return name.length - last.length >= at && name.endsWith(last);
  }
}
