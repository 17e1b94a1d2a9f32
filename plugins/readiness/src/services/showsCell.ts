import type {
  ChecklistResponse,
  ScorecardRow,
} from '@airworthy/plugin-readiness-common';
import { facetValue, filterRows } from './matrixRows';
import { facets, type CellAddress, type MatrixState } from './matrixState';

/** What {@link showsCell} and {@link withCellShown} look the cell up in. */
export interface CellSurroundings {
  checklist: ChecklistResponse;
  rows: readonly ScorecardRow[];
  /** Who counts as the reader, where the scope is `mine`. */
  mine?: ReadonlySet<string>;
}

function find(
  { checklist, rows }: CellSurroundings,
  { ref, check }: CellAddress,
) {
  const row = rows.find(candidate => candidate.ref === ref);
  const column = checklist.columns.find(candidate => candidate.id === check);
  return row && column ? { row, column } : undefined;
}

function groupOf(row: ScorecardRow, { group }: MatrixState) {
  return group === 'none' ? undefined : facetValue(row, group);
}

const narrowing = [
  ...facets,
  'q',
  'scope',
  'status',
  'only',
  'closed',
  'folded',
  'hidden',
] as const;

/** Whether a change of the state may take rows or columns out of view. */
export function narrows(change: Partial<MatrixState>): boolean {
  return narrowing.some(key => key in change);
}

/** Whether filters, closed groups and columns leave the open cell in view. */
export function showsCell(
  state: MatrixState,
  surroundings: CellSurroundings,
): boolean {
  const found = state.cell && find(surroundings, state.cell);
  if (!found) {
    return false;
  }
  const { row, column } = found;
  const indexOf = new Map(
    surroundings.checklist.columns.map((check, index) => [check.id, index]),
  );
  return (
    filterRows([row], state, { indexOf, mine: surroundings.mine }).length > 0 &&
    !state.closed.includes(groupOf(row, state) ?? '\n') &&
    !state.folded.includes(column.question) &&
    !state.hidden.includes(column.id)
  );
}

/**
 * The state in which the cell that the address names is drawn, whatever else
 * the address says: its group is open and its column is unfolded. Its row is
 * kept by the filters, see {@link filterRows}.
 */
export function withCellShown(
  state: MatrixState,
  surroundings: CellSurroundings,
): MatrixState {
  const found = state.cell && find(surroundings, state.cell);
  if (!found || showsCell(state, surroundings)) {
    return state;
  }
  const { row, column } = found;
  const group = groupOf(row, state);
  return {
    ...state,
    closed: state.closed.filter(value => value !== group),
    folded: state.folded.filter(id => id !== column.question),
    hidden: state.hidden.filter(id => id !== column.id),
  };
}
