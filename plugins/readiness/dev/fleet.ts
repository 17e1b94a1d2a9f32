import {
  defaultChecklist,
  type ChecklistResponse,
  type ScorecardRow,
  type Status,
  type StatusCounts,
} from '@airworthy/plugin-readiness-common';
import { fleetChecks, fleetLines } from './fleetData';

/** The moment at which the invented company is looked at. */
export const NOW = Date.now();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** ISO 8601 of so long ago. */
export function ago(amount: { minutes?: number; days?: number }): string {
  const { minutes = 0, days = 0 } = amount;
  return new Date(NOW - minutes * MINUTE - days * DAY).toISOString();
}

/** Templates have no facts here: their default numbers stand in. */
export function plain(template: string, params: Record<string, unknown> = {}) {
  return template.replace(/\{\{\s*(.*?)\s*\}\}/g, (_all, expression) => {
    const name = /^params\.(\w+)$/.exec(expression)?.[1];
    const value = name ? params[name] : undefined;
    if (value !== null && typeof value === 'object' && 'default' in value) {
      return String(value.default);
    }
    return value === undefined ? '…' : String(value);
  });
}

const words: Record<string, Status> = {
  p: 'pass',
  f: 'fail',
  u: 'unknown',
  n: 'not-applicable',
  a: 'accepted',
};

/** The status that a letter stands for. */
export function statusOf(letter: string): Status {
  return words[letter.toLocaleLowerCase('en-US')];
}

/** How many letters there are of each. */
export function countLetters(letters: string): StatusCounts {
  const counts: StatusCounts = {
    pass: 0,
    fail: 0,
    unknown: 0,
    'not-applicable': 0,
    accepted: 0,
  };
  for (const letter of letters) {
    counts[statusOf(letter)] += 1;
  }
  return counts;
}

const active = new Set(fleetChecks);
const entries = Object.entries(defaultChecklist.checks);

/** The checklist of the invented company. */
export const checklist: ChecklistResponse = {
  id: defaultChecklist.id,
  title: defaultChecklist.title,
  version: 7,
  evaluatedAt: ago({ minutes: 4 }),
  environments: ['production', 'staging'],
  levels: defaultChecklist.levels,
  questions: Object.entries(defaultChecklist.questions).map(
    ([id, question]) => ({ id, ...question }),
  ),
  columns: fleetChecks.map(id => {
    const check = defaultChecklist.checks[id];
    return {
      id,
      question: check.question,
      level: check.level,
      title: plain(check.title, check.params),
      expected: plain(check.expected, check.params),
      ruleOwner: 'group:default/platform-reliability',
      sameAs: check.sameAs ?? [],
      rules: check.rules.map(rule => rule.rule),
      acceptable: check.acceptable ?? true,
    };
  }),
  inactive: entries
    .filter(([id]) => !active.has(id))
    .map(([id, check]) => ({
      id,
      question: check.question,
      level: check.level,
      title: plain(check.title, check.params),
      activatedBy: ['attestations'],
    })),
  versions: [
    {
      version: 7,
      at: ago({ days: 42 }),
      title: 'added 3 checks',
      added: ['slo', 'failure-drill', 'latency-drill'],
      removed: [],
      changed: [],
    },
  ],
};

const levelIds = checklist.levels.map(level => level.id);

/** Places of the checks that bear a level up to this one. */
export function placesUpTo(rank: number): number[] {
  return checklist.columns.flatMap((column, place) =>
    levelIds.indexOf(column.level) <= rank ? place : [],
  );
}

/** Places of the checks that stand before the next level. */
export function blocking(letters: string, level: string): number[] {
  const next = level === 'none' ? 0 : levelIds.indexOf(level) + 1;
  return next >= levelIds.length
    ? []
    : placesUpTo(next).filter(place => 'fu'.includes(letters[place]));
}

/** A row of the matrix. */
export function rowOf(options: {
  name: string;
  system: string;
  owner?: string;
  level: string;
  letters: string;
  tier: number;
}): ScorecardRow {
  const { name, system, owner, level, letters, tier } = options;
  const counts = countLetters(letters);
  const total = counts.pass + counts.fail + counts.unknown + counts.accepted;
  return {
    ref: `component:default/${name}`,
    kind: 'component',
    namespace: 'default',
    name,
    type: 'service',
    lifecycle: ['media-images', 'tax-quotes'].includes(name)
      ? 'experimental'
      : 'production',
    tier,
    ...(owner && { owner: `group:default/${owner}` }),
    system: `system:default/${system}`,
    domain: 'domain:default/commerce',
    level,
    score: total === 0 ? 0 : counts.pass / total,
    counts,
    toNextLevel: blocking(letters.toLocaleLowerCase('en-US'), level).length,
    statuses: letters,
    preview: ['media-images', 'tax-quotes'].includes(name),
    evaluatedAt: ago({ minutes: 4 }),
    stale: false,
  };
}

/** The invented company of 70 services. */
export const fleet: ScorecardRow[] = fleetLines.map((line, index) => {
  const [name, system, owner, level, letters] = line.split(' ');
  return rowOf({
    name,
    system,
    owner: owner === '-' ? undefined : owner,
    level,
    letters,
    tier: name === 'payments-api' ? 1 : (index % 3) + 1,
  });
});

/** A fleet of any size, made by repeating the invented company. */
export function largeFleet(size: number): ScorecardRow[] {
  return Array.from({ length: size }, (_item, index) => {
    const row = fleet[index % fleet.length];
    const copy = Math.floor(index / fleet.length);
    const name = copy === 0 ? row.name : `${row.name}-${copy}`;
    return {
      ...row,
      name,
      ref: `component:default/${name}`,
      system: `${row.system}${copy === 0 ? '' : `-${copy % 40}`}`,
    };
  });
}
