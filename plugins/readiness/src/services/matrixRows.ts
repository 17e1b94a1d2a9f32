import type { ScorecardRow } from '@airworthy/plugin-readiness-common';
import { levelRank, type LevelLike } from '../components';
import { shortRef } from '../fleet/entityNames';
import {
  facets,
  type Facet,
  type Grouping,
  type MatrixState,
  type Sorting,
} from './matrixState';
import { cellStatus } from './statuses';

/** A service in the matrix. */
export interface ServiceItem {
  kind: 'service';
  key: string;
  row: ScorecardRow;
}

/** The row above the services of one group. */
export interface GroupItem {
  kind: 'group';
  key: string;
  /** The value that they share; empty where they have none. */
  value: string;
  rows: ScorecardRow[];
  open: boolean;
}

/** One row below the header. */
export type MatrixItem = ServiceItem | GroupItem;

/** The value of a row that a facet looks at; empty where it has none. */
export function facetValue(row: ScorecardRow, facet: Facet): string {
  const value = row[facet];
  return value === undefined ? '' : String(value);
}

/** What people call a service. */
export function rowName(row: ScorecardRow): string {
  return row.title ?? shortRef(row.ref);
}

/** The services that the filters leave, and the one that is to be kept. */
export function filterRows(
  rows: readonly ScorecardRow[],
  state: MatrixState,
  options: {
    /** Place of each check in the packed statuses. */
    indexOf: ReadonlyMap<string, number>;
    /** Who counts as the reader, where the scope is `mine`. */
    mine?: ReadonlySet<string>;
    /** Reference of a service that stays whatever the filters say. */
    keep?: string;
  },
): ScorecardRow[] {
  const { indexOf, mine, keep } = options;
  const words = state.q.trim().toLocaleLowerCase();
  const sets = facets
    .filter(facet => state[facet].length > 0)
    .map(facet => ({ facet, values: new Set(state[facet]) }));
  const only = state.only.length > 0 ? new Set(state.only) : undefined;
  const wanted = new Map<number, Set<string>>();
  for (const { check, status } of state.status) {
    // -1 has no status: a filter on a check that is gone matches nothing.
    const index = indexOf.get(check) ?? -1;
    wanted.set(index, (wanted.get(index) ?? new Set()).add(status));
  }
  return rows.filter(
    row =>
      row.ref === keep ||
      ((!words ||
        row.name.toLocaleLowerCase().includes(words) ||
        row.title?.toLocaleLowerCase().includes(words)) &&
        (!mine || (row.owner !== undefined && mine.has(row.owner))) &&
        (!only || only.has(row.ref)) &&
        sets.every(({ facet, values }) => values.has(facetValue(row, facet))) &&
        [...wanted].every(([index, values]) =>
          values.has(cellStatus(row.statuses, index)?.status ?? ''),
        )),
  );
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** The services in order; equal ones by name. */
export function sortRows(
  rows: readonly ScorecardRow[],
  sort: Sorting,
  levels: readonly LevelLike[],
): ScorecardRow[] {
  const rank = new Map(
    [...levels.map(level => level.id), 'none'].map(id => [
      id,
      levelRank(levels, id),
    ]),
  );
  const rankOf = (row: ScorecardRow) => rank.get(row.level) ?? 0;
  const top = levels.length;
  const orders: Record<Sorting, (a: ScorecardRow, b: ScorecardRow) => number> =
    {
      name: () => 0,
      // Who holds the highest level has nothing to gain and comes last.
      gain: (a, b) =>
        Number(rankOf(a) === top) - Number(rankOf(b) === top) ||
        a.toNextLevel - b.toNextLevel,
      level: (a, b) => rankOf(a) - rankOf(b),
      score: (a, b) => a.score - b.score,
    };
  const order = orders[sort];
  return [...rows].sort(
    (a, b) => order(a, b) || collator.compare(rowName(a), rowName(b)),
  );
}

/** Share of the checks of some services that pass or are accepted. */
export function rowsPassRate(rows: readonly ScorecardRow[]): number {
  let good = 0;
  let total = 0;
  for (const { counts, preview } of rows) {
    if (!preview) {
      good += counts.pass + counts.accepted;
      total += counts.pass + counts.accepted + counts.fail + counts.unknown;
    }
  }
  return total === 0 ? 0 : good / total;
}

/**
 * Rows with group rows above them. Groups follow the sort: by name, else those
 * with the lowest pass rate first.
 */
export function groupRows(
  rows: readonly ScorecardRow[],
  group: Grouping,
  options: { sort: Sorting; closed: readonly string[] },
): MatrixItem[] {
  const services = (group_: readonly ScorecardRow[]) =>
    group_.map((row): ServiceItem => ({ kind: 'service', key: row.ref, row }));
  if (group === 'none') {
    return services(rows);
  }
  const byValue = new Map<string, ScorecardRow[]>();
  for (const row of rows) {
    const value = facetValue(row, group);
    const members = byValue.get(value);
    if (members) {
      members.push(row);
    } else {
      byValue.set(value, [row]);
    }
  }
  const groups = [...byValue].map(([value, members]) => ({
    value,
    members,
    rate: rowsPassRate(members),
  }));
  groups.sort(
    (a, b) =>
      // Those without a value close the list.
      Number(a.value === '') - Number(b.value === '') ||
      (options.sort === 'name' || group === 'tier' ? 0 : a.rate - b.rate) ||
      collator.compare(shortRef(a.value), shortRef(b.value)),
  );
  const closed = new Set(options.closed);
  return groups.flatMap(({ value, members }): MatrixItem[] => {
    const open = !closed.has(value);
    return [
      { kind: 'group', key: `group ${value}`, value, rows: members, open },
      ...(open ? services(members) : []),
    ];
  });
}

/** The values of a facet with how many services have each, by name. */
export function facetOptions(rows: readonly ScorecardRow[], facet: Facet) {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = facetValue(row, facet);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => collator.compare(shortRef(a.value), shortRef(b.value)));
}
