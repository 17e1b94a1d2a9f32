import {
  defaultChecklist,
  type CheckExplanation,
  type Evidence,
  type Scorecard,
  type ScorecardRow,
} from '@airworthy/plugin-readiness-common';
import {
  ago,
  blocking,
  checklist,
  countLetters,
  plain,
  statusOf,
} from './fleet';
import { paymentsApi } from './paymentsApi';

const links: Scorecard['links'] = [
  {
    source: 'kubernetes:prod-eu-1',
    title: 'Kubernetes prod-eu-1',
    status: 'ok',
    since: ago({ days: 90 }),
  },
  {
    source: 'repository',
    title: 'repository',
    status: 'ok',
    since: ago({ days: 120 }),
  },
  {
    source: 'catalog',
    title: 'catalog',
    status: 'ok',
    since: ago({ days: 120 }),
  },
  {
    source: 'argocd:main',
    title: 'Argo CD',
    status: 'ok',
    since: ago({ days: 80 }),
  },
  {
    source: 'alertmanager:app-eu',
    title: 'Alertmanager app-eu',
    status: 'ok',
    since: ago({ days: 80 }),
  },
  {
    source: 'prometheus:data-eu',
    title: 'Prometheus data-eu',
    status: 'denied',
    since: ago({ days: 9 }),
    message: 'answers 403',
  },
];

/** One line of evidence from a file of the repository. */
export function declared(
  fact: string,
  value: Evidence['value'],
  file: string,
  line: number,
  more: Partial<Evidence> = {},
): Evidence {
  return {
    fact,
    value,
    strength: 'declared',
    source: 'repository',
    sourceTitle: 'repository',
    decided: true,
    stale: false,
    observedAt: ago({ minutes: 26 }),
    file,
    line,
    url: `https://git.example.com/acme/services/${file}#L${line}`,
    ...more,
  };
}

/** One line of evidence from the cluster. */
export function observed(
  fact: string,
  value: Evidence['value'],
  member: string,
  more: Partial<Evidence> = {},
): Evidence {
  return {
    fact,
    member,
    value,
    strength: 'observed',
    source: 'kubernetes:prod-eu-1',
    sourceTitle: 'Kubernetes prod-eu-1',
    decided: true,
    stale: false,
    observedAt: ago({ minutes: 3 }),
    url: 'https://cluster.example.com/',
    ...more,
  };
}

function explain(row: ScorecardRow, place: number): CheckExplanation {
  const column = checklist.columns[place];
  const config = defaultChecklist.checks[column.id];
  const letter = row.statuses[place];
  const status = statusOf(letter);
  const fix = plain(config.fix.title, config.params);
  return {
    id: column.id,
    level: column.level,
    status,
    title: column.title,
    message: `${column.title}: ${status}`,
    ...(status === 'fail' && { found: 'none in deploy/deployment.yaml' }),
    ...(status === 'pass' && { found: 'as expected' }),
    expected: column.expected,
    evidence:
      status === 'unknown' || status === 'not-applicable'
        ? []
        : [declared('workload.value', true, 'deploy/deployment.yaml', 12)],
    missing:
      status === 'unknown'
        ? [
            {
              fact: 'drill.lastAt',
              reason: 'nobody has said so',
              sources: [
                {
                  source: 'prometheus:data-eu',
                  title: 'Prometheus data-eu',
                  status: 'denied',
                  since: ago({ days: 9 }),
                  message: 'answers 403',
                },
              ],
            },
          ]
        : [],
    members: [],
    drift: [],
    fix: {
      title: fix,
      steps: config.fix.steps.map(step => plain(step, config.params)),
      ...(config.fix.url && { url: config.fix.url }),
    },
    ...(status === 'accepted' && {
      acceptance: {
        check: column.id,
        until: ago({ days: -120 }),
        recordId: 'adr-0007',
        recordTitle: 'One zone is enough for batch work',
      },
    }),
    acceptable: column.acceptable,
    rules: column.rules,
    ruleOwner: column.ruleOwner,
    sameAs: column.sameAs,
    since: ago({ days: 3 }),
  };
}

/** The scorecard of a service, explained. */
export function scorecardOf(row: ScorecardRow): Scorecard {
  const letters = row.statuses.toLocaleLowerCase('en-US');
  const held = checklist.levels.findIndex(level => level.id === row.level);
  const next = checklist.levels[held + 1];
  const order = 'fu';
  const checks = blocking(letters, row.level).sort(
    (a, b) => order.indexOf(letters[a]) - order.indexOf(letters[b]),
  );
  const base: Scorecard = {
    schemaVersion: 1,
    entityRef: row.ref,
    checklist: {
      id: checklist.id,
      title: checklist.title,
      version: checklist.version,
    },
    environment: 'production',
    evaluatedAt: row.evaluatedAt,
    level: row.level,
    levelSince: ago({ days: 256 }),
    score: row.score,
    counts: row.counts,
    levels: checklist.levels.map((level, index) => {
      const own = [...letters]
        .filter((_letter, place) => checklist.columns[place].level === level.id)
        .join('');
      const upTo = [...letters].filter(
        (letter, place) =>
          'fu'.includes(letter) &&
          checklist.levels.findIndex(
            ({ id }) => id === checklist.columns[place].level,
          ) <= index,
      );
      return {
        ...level,
        counts: countLetters(own),
        toGo: upTo.length,
        held: index <= held,
      };
    }),
    ...(next && {
      next: {
        level: next.id,
        title: next.title,
        checks: checks.map(place => checklist.columns[place].id),
      },
    }),
    preview: row.preview,
    questions: checklist.questions
      .map(question => {
        const places = checklist.columns.flatMap((column, place) =>
          column.question === question.id ? place : [],
        );
        const own = places.map(place => letters[place]).join('');
        return {
          id: question.id,
          title: question.title,
          quality: question.quality,
          number: question.number,
          status: statusOf(
            [...'fuap'].find(letter => own.includes(letter)) ?? 'n',
          ),
          counts: countLetters(own),
          checks: places.map(place => explain(row, place)),
        };
      })
      .filter(question => question.checks.length > 0),
    inactive: checklist.inactive,
    links,
  };
  return row.name === 'payments-api' ? paymentsApi(base) : base;
}
