import type { CompiledChecklist } from '@airworthy/plugin-readiness-common';
import { unpackStatus } from '../checklist/unpackStatus';
import type { TransitionCause } from '../database';
import type { Change } from './Change';
import { explainChange } from './explainChange';
import type { NewTransition } from './ScorecardStore';
import { sameSnapshot, type Snapshot } from './Snapshot';

/** @see planTransitions */
export interface PlanTransitionsOptions {
  checklist: CompiledChecklist;
  environment: string;
  entityId: number;
  /** Milliseconds. */
  at: number;
  /** Absent where the entity had no scorecard. */
  before: Snapshot | undefined;
  after: Snapshot;
  /** The rules changed since the entity was last evaluated. */
  rulesChanged: boolean;
  /** Columns that the stored statuses have no verdict for yet. */
  addedColumns: ReadonlySet<string>;
  changes: readonly Change[];
  titleOf(source: string): string;
}

/**
 * What goes on record when a scorecard became another: one row for the whole,
 * and one for each status that changed, with its reason.
 *
 * The first evaluation, and the first evidence of a source, fill a scorecard in:
 * that is no news about the service, and only the whole is recorded.
 */
export function planTransitions(
  options: PlanTransitionsOptions,
): NewTransition[] {
  const { before, after, checklist } = options;
  if (before && sameSnapshot(before, after)) {
    return [];
  }
  const cause = causeOf(options);
  const base = {
    checklist: checklist.id,
    environment: options.environment,
    entity_id: options.entityId,
    at: options.at,
    cause,
  };
  const whole: NewTransition = {
    ...base,
    check_id: '',
    from_value: before?.level ?? null,
    to_value: after.level,
    why: null,
    before: before ? JSON.stringify(before) : null,
  };
  if (!before || cause === 'first') {
    return [whole];
  }
  return [whole, ...checkTransitions(options, before, base)];
}

function checkTransitions(
  options: PlanTransitionsOptions,
  before: Snapshot,
  base: Pick<
    NewTransition,
    'checklist' | 'environment' | 'entity_id' | 'at' | 'cause'
  >,
): NewTransition[] {
  const { after, checklist, changes, titleOf, addedColumns } = options;
  const rows: NewTransition[] = [];
  for (const [index, column] of checklist.columns.entries()) {
    const from = unpackStatus(before.statuses[index]);
    const to = unpackStatus(after.statuses[index]);
    if (from === to || addedColumns.has(column.id)) {
      continue;
    }
    rows.push({
      ...base,
      check_id: column.id,
      from_value: from,
      to_value: to,
      why: explainChange({
        to,
        facts: column.facts,
        changes: options.rulesChanged ? [{ kind: 'checklist' }] : changes,
        titleOf,
      }),
      before: null,
    });
  }
  return rows;
}

function causeOf(options: PlanTransitionsOptions): TransitionCause {
  if (
    !options.before ||
    options.changes.some(change => change.kind === 'evidence')
  ) {
    return 'first';
  }
  return options.rulesChanged ? 'checklist' : 'change';
}
