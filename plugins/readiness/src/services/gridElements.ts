import type { GridPosition } from './matrixNavigation';

/** The place in the grid of what was clicked or focused. */
export function positionOf(target: EventTarget): GridPosition | undefined {
  if (!(target instanceof Element)) {
    return undefined;
  }
  const column = target.closest('[data-column]')?.getAttribute('data-column');
  const row = target.closest('[data-row]')?.getAttribute('data-row');
  return column && row
    ? { row: Number(row), column: Number(column) }
    : undefined;
}

/** Whether the element spans several columns, the position's among them. */
export function spansColumn(
  target: EventTarget,
  { row, column }: GridPosition,
) {
  const cell = target instanceof Element && target.closest('[data-column-end]');
  return (
    cell &&
    positionOf(target)?.row === row &&
    column >= Number(cell.getAttribute('data-column')) &&
    column <= Number(cell.getAttribute('data-column-end'))
  );
}

/** What takes the focus at a place: the one control of a cell, else the cell. */
export function elementAt(
  root: HTMLElement | null,
  { row, column }: GridPosition,
): HTMLElement | undefined {
  const rowElement = root?.querySelector(`[data-row="${row}"]`);
  const cells =
    rowElement?.querySelectorAll<HTMLElement>('[data-column]') ?? [];
  for (const cell of cells) {
    const from = Number(cell.getAttribute('data-column'));
    const to = Number(cell.getAttribute('data-column-end') ?? from);
    if (column >= from && column <= to) {
      return cell.querySelector<HTMLElement>('[data-focus]') ?? cell;
    }
  }
  return undefined;
}
