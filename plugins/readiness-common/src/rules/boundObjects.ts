/** An object that CEL reads facts off: a group of facts, a member, `params`. */
export type BoundObject = Record<string, unknown>;

/** The class of a {@link BoundObject}: CEL tells its type by its constructor. */
export type BoundClass = new () => BoundObject;

/**
 * A class whose instances have these fields, `undefined` at first: what stays so
 * is absent to CEL. One shape for all instances keeps reading them fast.
 */
export function boundClass(fields: readonly string[]): BoundClass {
  return class Bound {
    [field: string]: unknown;

    constructor() {
      for (const field of fields) {
        this[field] = undefined;
      }
    }
  };
}

/**
 * Stands in for a value that may exist and that nobody can see now. Any use of
 * it, also within `has()`, is an error that `||` and `&&` absorb, so that an
 * outage can neither pass a check nor be taken for absence.
 */
export class Undecided {}

/** The one instance of {@link Undecided}. */
export const UNDECIDED = new Undecided();

/** Whether a bound value stands in for one that nobody can see now. */
export function isUndecided(value: unknown): boolean {
  return value === UNDECIDED;
}
