/**
 * One fact that an expression reads, as found in its syntax tree.
 *
 * @public
 */
export interface FactRead {
  /** A scalar (`runbook.exists`), a list (`workloads`), or `entity.system`. */
  fact: string;
  /** The field that is read of the list's members. */
  field?: string;
  /**
   * `entity` for what the catalog says; `fact` for a scalar, or a list as a
   * whole; `member` for a field of the member that a list rule is about;
   * `quantified` for a field of the members that a quantifier goes over.
   */
  of: 'entity' | 'fact' | 'member' | 'quantified';
  /** It is only asked whether it is there, with `has()`. */
  guarded: boolean;
  /** Its absence decides: nothing around it can absorb the error. */
  strict: boolean;
}
