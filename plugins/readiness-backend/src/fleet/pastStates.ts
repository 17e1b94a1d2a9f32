import type { TransitionCause } from '../database';
import type { Snapshot } from '../evaluate/Snapshot';
import {
  matchesPlace,
  type EntityPlace,
  type FleetFilters,
} from './FleetFilters';
import type { ChangedEntity } from './FleetHistory';

/** An entity as rollups count it. */
export interface CountedState {
  place: EntityPlace;
  scorecard: Snapshot;
}

/** One step of an entity's past: what counted before it, and after. */
export interface PastStep {
  at: number;
  cause: TransitionCause | 'moved';
  /** Absent where it did not count. */
  before: CountedState | undefined;
  after: CountedState | undefined;
}

/** The steps of one entity, the newest first. */
export function pastSteps(
  entity: ChangedEntity,
  filters: FleetFilters,
): PastStep[] {
  const steps: PastStep[] = [];
  let { place, scorecard } = entity;
  for (const event of entity.events) {
    const after = counted(place, scorecard, filters);
    if (event.kind === 'place') {
      place = event.before;
    } else {
      scorecard = event.before;
    }
    steps.push({
      at: event.at,
      cause: event.kind === 'place' ? 'moved' : event.cause,
      before: counted(place, scorecard, filters),
      after,
    });
  }
  return steps;
}

/** What counts of an entity now. */
export function currentState(
  entity: ChangedEntity,
  filters: FleetFilters,
): CountedState | undefined {
  return counted(entity.place, entity.scorecard, filters);
}

function counted(
  place: EntityPlace,
  scorecard: Snapshot | undefined,
  filters: FleetFilters,
): CountedState | undefined {
  return scorecard && !scorecard.preview && matchesPlace(place, filters)
    ? { place, scorecard }
    : undefined;
}
