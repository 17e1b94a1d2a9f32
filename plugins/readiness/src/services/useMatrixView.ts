import type {
  ChecklistResponse,
  ScorecardRow,
} from '@airworthy/plugin-readiness-common';
import { useMemo, useRef } from 'react';
import { matrixColumns } from './matrixColumns';
import { filterRows, groupRows, sortRows } from './matrixRows';
import type { MatrixState } from './matrixState';
import { showsCell } from './showsCell';
import { addCounts, noCounts } from './statuses';

/** What the matrix needs, once both are there. */
export interface Loaded {
  checklist: ChecklistResponse;
  rows: readonly ScorecardRow[];
}

/** Rows and columns as the state wants them, the open cell among them. */
export function useMatrixView(
  loaded: Loaded | undefined,
  state: MatrixState,
  mine: ReadonlySet<string> | undefined,
) {
  const columns = useMemo(
    () =>
      loaded &&
      matrixColumns(loaded.checklist, {
        folded: state.folded,
        hidden: state.hidden,
      }),
    // Lists are parsed anew with every change of the URL: their text counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    [loaded, state.folded.join(), state.hidden.join()],
  );
  const filterKey = JSON.stringify({
    ...state,
    folded: undefined,
    hidden: undefined,
    closed: undefined,
    cell: undefined,
    at: undefined,
    group: undefined,
  });
  // An address may name a cell that its filters leave out. Its row stays until
  // the filters change: rows that went away while the selection moves on would
  // shift those below.
  const keptRef = useRef<{ filterKey: string; ref: string } | undefined>();
  if (keptRef.current?.filterKey !== filterKey) {
    keptRef.current = undefined;
  }
  if (loaded && state.cell && !showsCell(state, { ...loaded, mine })) {
    keptRef.current = { filterKey, ref: state.cell.ref };
  }
  const keep = keptRef.current?.ref;
  const rows = useMemo(
    () =>
      loaded &&
      sortRows(
        filterRows(loaded.rows, state, {
          indexOf: new Map(
            loaded.checklist.columns.map((check, index) => [check.id, index]),
          ),
          mine,
          keep,
        }),
        state.sort,
        loaded.checklist.levels,
      ),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for the state
    [loaded, filterKey, mine, keep],
  );
  const items = useMemo(
    () =>
      rows &&
      groupRows(rows, state.group, {
        sort: state.sort,
        closed: state.closed,
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    [rows, state.group, state.sort, state.closed.join()],
  );
  return columns && rows && items ? { columns, rows, items } : undefined;
}

/** How many services fail one check, of how many it applies to. */
export function countCheck({ checklist, rows }: Loaded, check: string) {
  const index = checklist.columns.findIndex(column => column.id === check);
  const counts = noCounts();
  for (const row of rows) {
    if (!row.preview) {
      addCounts(counts, row.statuses, [index]);
    }
  }
  return {
    fail: counts.fail,
    applicable: counts.pass + counts.fail + counts.unknown + counts.accepted,
  };
}
