/** An object that CEL reads facts off: a group of facts, a member, `params`. */
export type BoundObject = Record<string, unknown>;

/** The class of a {@link BoundObject}: CEL tells its type by its constructor. */
export type BoundClass = new () => BoundObject;

/**
 * A class of its own for objects of one CEL type. What is not set on an instance
 * is absent to CEL. Whoever fills one sets all fields in one order: one shape
 * keeps reading them fast.
 */
export function boundClass(): BoundClass {
  return class Bound {
    [field: string]: unknown;
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
