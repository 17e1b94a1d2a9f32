import type {
  CompiledChecklist,
  Rollup,
  RollupBy,
  RollupGroup,
} from '@airworthy/plugin-readiness-common';
import type { StoredChecklistVersion } from '../checklist/ChecklistVersionStore';
import { unpackStatus } from '../checklist/unpackStatus';
import type { Snapshot } from '../evaluate/Snapshot';
import type { EntityTitles } from './EntityTitles';
import type { CountedGroup, FleetCounts, GroupColumn } from './FleetCounts';
import type { FleetHistory } from './FleetHistory';
import type { Fleet } from './fleetQuery';
import { currentState, pastSteps, type CountedState } from './pastStates';
import type { StatusScan } from './StatusScan';
import { levelChanges, percentagePoints, Tally } from './Tally';

/** @see FleetRollup */
export interface FleetRollupOptions {
  checklist: CompiledChecklist;
  counts: FleetCounts;
  history: FleetHistory;
  scan: StatusScan;
  titles: EntityTitles;
  /** The newest first. */
  versions: readonly StoredChecklistVersion[];
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** Adds or takes away what one service is to its groups. */
type Contribute = (
  tallies: Map<string, Tally>,
  state: CountedState,
  sign: 1 | -1,
) => void;

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** Where each status stands among counts. */
const PLACE_OF = {
  pass: 0,
  fail: 1,
  unknown: 2,
  'not-applicable': 3,
  accepted: 4,
} as const;

/** Services, levels and statuses by group, now and against 30 days ago. */
export class FleetRollup {
  readonly #options: FleetRollupOptions;

  constructor(options: FleetRollupOptions) {
    this.#options = options;
  }

  async rollUp(fleet: Fleet, by: RollupBy): Promise<Rollup> {
    const [groups, previews] = await Promise.all([
      by === 'question'
        ? this.#questions(fleet)
        : this.#options.counts.groups(fleet, by),
      this.#options.counts.previews(fleet),
    ]);
    const past = await this.#past(
      fleet,
      new Map([...groups].map(([key, { tally }]) => [key, tally])),
      by === 'question'
        ? (tallies, state, sign) => this.#byQuestion(tallies, state, sign)
        : byColumn(by),
    );
    const known = await this.#titles(fleet, by, [...groups.keys()]);
    return {
      by,
      total: await this.#total(by, groups, fleet),
      previews,
      groups: [...groups].map(([key, group]) => ({
        ...describe(key, group, past.get(key)),
        ...known.get(key),
      })),
    };
  }

  async #total(
    by: RollupBy,
    groups: ReadonlyMap<string, CountedGroup>,
    fleet: Fleet,
  ): Promise<number> {
    if (by === 'question') {
      return (await this.#options.counts.total(fleet)).services;
    }
    let total = 0;
    for (const { tally } of groups.values()) {
      total += tally.services;
    }
    return total;
  }

  async #questions(fleet: Fleet): Promise<Map<string, CountedGroup>> {
    const { checklist, scan } = this.#options;
    const groups = new Map<string, CountedGroup>(
      checklist.questions
        .filter(question => question.columns.length > 0)
        .map(question => [question.id, { tally: new Tally(), nearNext: 0 }]),
    );
    for (const row of await scan.rows(fleet)) {
      for (const [key, counts] of this.#countQuestions(row.statuses)) {
        const group = groups.get(key);
        group?.tally.add({ level: row.level, counts });
        if (group && row.to_next >= 1 && row.to_next <= 2) {
          group.nearNext += 1;
        }
      }
    }
    return groups;
  }

  /** Statuses by question, in the order of a version's columns. */
  #countQuestions(
    statuses: string,
    columns?: number,
  ): Map<string, Snapshot['counts']> {
    const { versions } = this.#options;
    const version =
      versions.find(candidate => candidate.version === columns) ?? versions[0];
    const counts = new Map<string, Snapshot['counts']>();
    version?.questions.forEach((question, index) => {
      const entry = counts.get(question) ?? [0, 0, 0, 0, 0];
      entry[PLACE_OF[unpackStatus(statuses[index])]] += 1;
      counts.set(question, entry);
    });
    return counts;
  }

  #byQuestion(
    tallies: Map<string, Tally>,
    { scorecard }: CountedState,
    sign: 1 | -1,
  ): void {
    const counts = this.#countQuestions(scorecard.statuses, scorecard.columns);
    for (const [question, entry] of counts) {
      tallyOf(tallies, question).add(
        { level: scorecard.level, counts: entry },
        sign,
      );
    }
  }

  /** The groups as they were 30 days ago. */
  async #past(
    fleet: Fleet,
    current: ReadonlyMap<string, Tally>,
    contribute: Contribute,
  ): Promise<Map<string, Tally>> {
    const { history, versions, now } = this.#options;
    const since = now() - MONTH_MS;
    const tallies = new Map(
      [...current].map(([key, tally]) => [key, tally.copy()]),
    );
    const changed = await history.changedSince(
      fleet,
      since,
      versions[0]?.version ?? 0,
    );
    for (const entity of changed) {
      const after = currentState(entity, fleet.filters);
      if (after) {
        contribute(tallies, after, -1);
      }
      const before = pastSteps(entity, fleet.filters).at(-1)?.before;
      if (before) {
        contribute(tallies, before, 1);
      }
    }
    return tallies;
  }

  async #titles(
    fleet: Fleet,
    by: RollupBy,
    keys: string[],
  ): Promise<Map<string, Pick<RollupGroup, 'title' | 'exists'>>> {
    const { checklist, titles } = this.#options;
    switch (by) {
      case 'owner':
      case 'system':
      case 'domain':
        return titles.find(fleet.scope, keys.filter(Boolean));
      case 'question':
        return new Map(
          checklist.questions.map(({ id, title }) => [id, { title }]),
        );
      case 'level':
        return new Map(
          checklist.levels.map(({ id, title }) => [id, { title }]),
        );
      default:
        return new Map();
    }
  }
}

function byColumn(by: GroupColumn): Contribute {
  return (tallies, { place, scorecard }, sign) => {
    const key = by === 'level' ? scorecard.level : String(place[by] ?? '');
    tallyOf(tallies, key).add(scorecard, sign);
  };
}

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const tally = tallies.get(key) ?? new Tally();
  tallies.set(key, tally);
  return tally;
}

function describe(
  key: string,
  { tally, nearNext }: CountedGroup,
  past: Tally | undefined,
): RollupGroup {
  return {
    key,
    services: tally.services,
    levels: tally.levelCounts,
    counts: tally.statusCounts,
    passRate: tally.passRate,
    nearNext,
    ...(past && past.services > 0
      ? {
          change30d: percentagePoints(past.passRate, tally.passRate),
          levelsChange30d: levelChanges(past, tally),
        }
      : {}),
  };
}
