import type { FactValue, Origin } from '@airworthy/plugin-readiness-common';

/** One member of a list fact, with where each of its values was written. */
export class Member {
  readonly fields: Record<string, FactValue> = {};
  readonly origins: Record<string, Origin>;
  /** Why fields are left out. */
  readonly reasons = new Set<string>();

  constructor(readonly key: string, origin: Origin) {
    this.origins = { '': origin };
  }

  /** States a field. Without a place of its own it stands where the member does. */
  set(name: string, value: FactValue, origin?: Origin): this {
    this.fields[name] = value;
    if (origin && origin !== this.origins['']) {
      this.origins[name] = origin;
    }
    return this;
  }

  /** States a field where its value is known, else says why it is not. */
  setIfKnown(
    name: string,
    value: FactValue | undefined,
    options: { origin?: Origin; otherwise?: string },
  ): this {
    if (value !== undefined) {
      return this.set(name, value, options.origin);
    }
    if (options.otherwise) {
      this.reasons.add(options.otherwise);
    }
    return this;
  }
}
