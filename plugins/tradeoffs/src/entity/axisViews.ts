import type {
  AssumptionState,
  EntityAxis,
  EntityTradeoffs,
  RecordRow,
} from '@airworthy/plugin-tradeoffs-common';
import { standingOf } from '../components/standing';
import type { Axis } from '../hooks/useAxes';

/** One axis of an entity with what is said of it. */
export interface AxisView {
  axis: Axis;
  current?: NonNullable<EntityAxis['current']>;
  /** The record in force on it. */
  record?: RecordRow;
  /** Position of the record before. */
  previous?: number;
  /** Records that the one in force replaced. */
  superseded: RecordRow[];
  /** What live evidence speaks against. */
  contradicted: AssumptionState[];
  conflicts: EntityAxis['conflicts'];
}

/** Axes in the order of the back end, each with its record. */
export function axisViews(
  tradeoffs: EntityTradeoffs,
  axes: ReadonlyMap<string, Axis>,
): AxisView[] {
  const records = new Map(tradeoffs.records.map(row => [row.id, row]));
  return tradeoffs.axes.flatMap((entry): AxisView[] => {
    const axis = axes.get(entry.axis);
    if (!axis) {
      return [];
    }
    const record = entry.current && records.get(entry.current.recordId);
    const inForce = record && standingOf(record) === 'contradicted';
    return [
      {
        axis,
        current: entry.current,
        record,
        previous: entry.previous?.position,
        superseded: (record?.supersedes ?? []).flatMap(id => {
          const row = records.get(id);
          return row ? [row] : [];
        }),
        contradicted: inForce
          ? (entry.current?.assumptions ?? []).filter(
              assumption => assumption.state === 'contradicted',
            )
          : [],
        conflicts: entry.conflicts,
      },
    ];
  });
}

/** What the heading of the positions counts. */
export function countAxes(views: readonly AxisView[]): {
  decided: number;
  of: number;
  contradicted: number;
} {
  return {
    decided: views.filter(view => view.current).length,
    of: views.length,
    contradicted: views.filter(
      view => view.record && standingOf(view.record) === 'contradicted',
    ).length,
  };
}
