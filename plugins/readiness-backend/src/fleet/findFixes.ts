import type {
  CompiledChecklist,
  Fix,
} from '@airworthy/plugin-readiness-common';
import { NO_LEVEL } from '@airworthy/plugin-readiness-common';
import type { ScannedStatuses } from './StatusScan';

interface Gain {
  fails: number;
  unknown: number;
  /** References of the services that would rise. */
  lifted: string[];
  /** How many would reach which level. */
  levels: Map<string, number>;
}

const SHOWN_SERVICES = 50;

/**
 * The checks by how many services would rise if that check alone passed: it is
 * the only one that keeps them from their next level.
 */
export function findFixes(
  checklist: CompiledChecklist,
  rows: readonly ScannedStatuses[],
): Fix[] {
  const gains: Gain[] = checklist.columns.map(() => ({
    fails: 0,
    unknown: 0,
    lifted: [],
    levels: new Map(),
  }));
  for (const row of rows) {
    const blocking: number[] = [];
    for (let column = 0; column < gains.length; column++) {
      const letter = row.statuses[column]?.toLowerCase();
      if (letter === 'f') {
        gains[column].fails += 1;
      } else if (letter === 'u') {
        gains[column].unknown += 1;
      }
      if (letter === 'f' || letter === 'u') {
        blocking.push(column);
      }
    }
    const lift = onlyLift(checklist, row, blocking);
    if (lift) {
      const gain = gains[lift.column];
      gain.lifted.push(row.ref);
      gain.levels.set(lift.level, (gain.levels.get(lift.level) ?? 0) + 1);
    }
  }
  return checklist.columns
    .map((column, index): Fix => toFix(column, gains[index]))
    .filter(fix => fix.lifts > 0 || fix.fails > 0)
    .sort((a, b) => b.lifts - a.lifts || b.fails - a.fails);
}

/** The one check that keeps a service from a level, and which it would reach. */
function onlyLift(
  checklist: CompiledChecklist,
  row: ScannedStatuses,
  blocking: readonly number[],
): { column: number; level: string } | undefined {
  const atNext = blocking.filter(
    column => checklist.columns[column].levelIndex <= row.level_rank,
  );
  if (atNext.length !== 1 || row.level_rank >= checklist.levels.length) {
    return undefined;
  }
  const [column] = atNext;
  const stillBlocked = Math.min(
    checklist.levels.length,
    ...blocking
      .filter(other => other !== column)
      .map(other => checklist.columns[other].levelIndex),
  );
  return {
    column,
    level: checklist.levels[stillBlocked - 1]?.id ?? NO_LEVEL,
  };
}

function toFix(column: CompiledChecklist['columns'][number], gain: Gain): Fix {
  const [most] = [...gain.levels].sort((a, b) => b[1] - a[1]);
  return {
    check: column.id,
    title: column.fixTitle,
    level: column.level,
    template: column.config.fix.template,
    fails: gain.fails,
    unknown: gain.unknown,
    lifts: gain.lifted.length,
    liftsTo: most?.[0],
    services: gain.lifted.slice(0, SHOWN_SERVICES),
  };
}
