/**
 * A place in the grid. Row 0 holds the questions, row 1 the checks, row 2 the
 * fleet; then the rows. Column 0 holds the services, then the columns.
 */
export interface GridPosition {
  row: number;
  column: number;
}

/** Rows of the header. */
export const HEADER_ROWS = 3;

/** How large the grid is, and how far a page goes. */
export interface GridSize {
  rows: number;
  columns: number;
  page: number;
  /** First columns of the questions, for row 0: a question is one cell there. */
  questionStarts: readonly number[];
}

/** A key press, as far as moving looks at it. */
export interface MoveKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
}

/**
 * Where a key leads. `undefined` where it does not move: the key is not ours.
 */
export function moveInGrid(
  from: GridPosition,
  press: MoveKey,
  size: GridSize,
): GridPosition | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const corner = press.ctrlKey || press.metaKey;
  const { row, column } = from;
  switch (press.key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(last.row, row + 1), column };
    case 'ArrowLeft':
      return { row, column: leftOf(from, size) };
    case 'ArrowRight':
      return { row, column: rightOf(from, size) };
    case 'Home':
      return corner ? { row: HEADER_ROWS, column: 0 } : { row, column: 0 };
    case 'End':
      return corner ? last : { row, column: last.column };
    case 'PageUp':
      return {
        row: row < HEADER_ROWS ? 0 : Math.max(HEADER_ROWS, row - size.page),
        column,
      };
    case 'PageDown':
      return { row: Math.min(last.row, row + size.page), column };
    default:
      return undefined;
  }
}

function leftOf({ row, column }: GridPosition, size: GridSize): number {
  if (row > 0) {
    return Math.max(0, column - 1);
  }
  const starts = size.questionStarts.filter(start => start < column);
  const own = questionStart(column, size.questionStarts);
  return starts.filter(start => start < own).pop() ?? 0;
}

function rightOf({ row, column }: GridPosition, size: GridSize): number {
  if (row > 0) {
    return Math.min(size.columns - 1, column + 1);
  }
  return size.questionStarts.find(start => start > column) ?? column;
}

/** First column of the question above a column; 0 for the services. */
export function questionStart(
  column: number,
  starts: readonly number[],
): number {
  return [...starts].reverse().find(start => start <= column) ?? 0;
}
