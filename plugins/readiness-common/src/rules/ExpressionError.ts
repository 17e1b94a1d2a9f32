/**
 * Why an expression or a template cannot be used, and where in its text.
 *
 * @public
 */
export class ExpressionError extends Error {
  readonly name = 'ExpressionError';

  private constructor(
    /** The reason, without the place. */
    readonly reason: string,
    /** 1-based. */
    readonly line: number,
    /** 1-based. */
    readonly column: number,
    message: string,
  ) {
    super(message);
  }

  /**
   * @param source - the whole text that the user wrote
   * @param offset - where in it the fault begins, 0-based
   */
  static at(source: string, offset: number, reason: string): ExpressionError {
    const before = source.slice(0, offset).split('\n');
    const line = before.length;
    const column = before[before.length - 1].length + 1;
    const place = source.includes('\n')
      ? `line ${line}, column ${column}`
      : `column ${column}`;
    return new ExpressionError(reason, line, column, `${place}: ${reason}`);
  }
}
