import type { Trend } from '@airworthy/plugin-readiness-common';
import type { StoredChecklistVersion } from '../checklist/ChecklistVersionStore';
import { dayOf, type DailyRollupStore } from '../rollups/DailyRollupStore';
import { selectRollup } from '../rollups/selectRollup';
import type { FleetCounts } from './FleetCounts';
import type { FleetHistory } from './FleetHistory';
import type { Fleet } from './fleetQuery';
import { pastSteps, type PastStep } from './pastStates';
import { levelChanges, percentagePoints, Tally } from './Tally';

/** The window of a trend; milliseconds. */
export interface TrendWindow {
  from: number;
  to: number;
  points: number;
}

/** @see FleetTrend */
export interface FleetTrendOptions {
  counts: FleetCounts;
  history: FleetHistory;
  rollups: DailyRollupStore;
  /** The newest first. */
  versions: readonly StoredChecklistVersion[];
  /** How long single transitions are kept, in milliseconds. */
  historyMs: number;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/**
 * The fleet at moments in the past, exactly: what it is now, with every change
 * since undone, each where it happened.
 */
export class FleetTrend {
  readonly #options: FleetTrendOptions;

  constructor(options: FleetTrendOptions) {
    this.#options = options;
  }

  async trend(fleet: Fleet, window: TrendWindow): Promise<Trend> {
    const { counts, history, versions } = this.#options;
    const [now, changed] = await Promise.all([
      counts.total(fleet),
      history.changedSince(fleet, window.from, versions[0]?.version ?? 0),
    ]);
    const steps = changed
      .flatMap(entity => pastSteps(entity, fleet.filters))
      .sort((a, b) => b.at - a.at);
    const inWindow = versions.filter(
      // The first version changed nothing.
      (version, index) =>
        version.at > window.from &&
        version.at <= window.to &&
        index < versions.length - 1,
    );
    const moments = [
      ...momentsOf(window),
      ...inWindow.map(version => version.at),
    ];
    const tallies = rewind(now, steps, moments);
    const older = await this.#olderTallies(fleet, window);
    const horizon = this.#options.now() - this.#options.historyMs;
    return {
      // Nothing is known of the time before, rather than all as it was since.
      points: momentsOf(window)
        .filter(at => at >= horizon || older(at))
        .map(at => pointOf(at, older(at) ?? tallies.get(at) ?? now)),
      checklistChanges: inWindow
        .map(version => ({
          at: new Date(version.at).toISOString(),
          version: version.version,
          title: version.title,
          effect: effectOf(
            version,
            versions,
            steps,
            tallies.get(version.at) ?? now,
          ),
        }))
        .reverse(),
    };
  }

  /** Answers for moments from before single transitions are kept. */
  async #olderTallies(
    fleet: Fleet,
    window: TrendWindow,
  ): Promise<(at: number) => Tally | undefined> {
    const { rollups, historyMs } = this.#options;
    const horizon = this.#options.now() - historyMs;
    const selection = selectRollup(fleet);
    if (window.from >= horizon || !selection) {
      return () => undefined;
    }
    const days = await rollups.read(fleet, selection, {
      from: window.from,
      to: horizon,
    });
    return at =>
      at < horizon
        ? days.filter(({ day }) => day <= dayOf(at)).at(-1)?.tally
        : undefined;
  }
}

function momentsOf({ from, to, points }: TrendWindow): number[] {
  return Array.from({ length: points }, (_, index) =>
    Math.round(from + ((to - from) * index) / (points - 1)),
  );
}

/** The tally at each moment. `steps` are the newest first. */
function rewind(
  now: Tally,
  steps: readonly PastStep[],
  moments: readonly number[],
): Map<number, Tally> {
  const tallies = new Map<number, Tally>();
  const tally = now.copy();
  let next = 0;
  for (const moment of [...moments].sort((a, b) => b - a)) {
    while (next < steps.length && steps[next].at > moment) {
      undo(tally, steps[next]);
      next += 1;
    }
    tallies.set(moment, tally.copy());
  }
  return tallies;
}

function undo(tally: Tally, step: PastStep): void {
  if (step.after) {
    tally.add(step.after.scorecard, -1);
  }
  if (step.before) {
    tally.add(step.before.scorecard);
  }
}

function pointOf(at: number, tally: Tally): Trend['points'][number] {
  return {
    at: new Date(at).toISOString(),
    levels: tally.levelCounts,
    services: tally.services,
    counts: tally.statusCounts,
  };
}

/** What the new rules alone did, until the next ones. */
function effectOf(
  version: StoredChecklistVersion,
  versions: readonly StoredChecklistVersion[],
  steps: readonly PastStep[],
  before: Tally,
): Trend['checklistChanges'][number]['effect'] {
  const next = versions
    .filter(other => other.at > version.at)
    .reduce((first, other) => Math.min(first, other.at), Infinity);
  const after = before.copy();
  for (const step of steps) {
    if (step.cause === 'checklist' && step.at >= version.at && step.at < next) {
      undo(after, { ...step, before: step.after, after: step.before });
    }
  }
  return {
    passRate: percentagePoints(before.passRate, after.passRate),
    levels: levelChanges(before, after),
  };
}
