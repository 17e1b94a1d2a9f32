import type { CheckConfig } from '../checklist/types';
import type { FactRecord } from '../facts/types';
import {
  allLinks,
  check,
  compile,
  input,
  links,
  record,
  sources,
  workload,
} from '../__testUtils__/harness';
import { explainScorecard } from './explainScorecard';
import type { CheckExplanation, EvaluationInput } from './types';

function explain(
  config: CheckConfig,
  facts: readonly FactRecord[],
  more: Partial<EvaluationInput> = {},
): CheckExplanation {
  return explainScorecard(compile({ one: config }), input(facts, more))
    .questions[0].checks[0];
}

const replicas = check(
  [
    {
      each: 'workloads',
      whenEmpty: 'unknown',
      where: 'workload.scalable',
      rule: 'workload.minReplicas >= params.minimum',
      found: '{{ workload.minReplicas }}',
      faultOn: 'budget',
    },
  ],
  {
    title: 'At least {{ params.minimum }} run',
    expected: 'at least {{ params.minimum }}.',
    params: { minimum: 2 },
    fix: {
      title: "Give {{ failing.join(', ') }} more",
      steps: ['Set {{ params.minimum }}.', 'Not {{ passing.size() }}.'],
      template: 'template:default/replicas',
    },
    evidence: ['runbook.exists'],
    sameAs: ['other rule'],
  },
);

function runs(name: string, minReplicas: number, budget = '') {
  return workload(
    'repository',
    name,
    { scalable: true, minReplicas, budget },
    {
      origins: {
        '': { file: `${name}.yaml`, line: 1 },
        minReplicas: { file: `${name}.yaml`, line: 7, url: 'https://git/7' },
      },
    },
  );
}

describe('explainScorecard', () => {
  it('says what was found and expected, and names who fails', () => {
    const explanation = explain(replicas, [
      runs('api', 3),
      runs('worker', 1, 'PodDisruptionBudget//worker'),
      runs('cron', 1),
    ]);
    expect(explanation).toMatchObject({
      id: 'one',
      level: 'bronze',
      status: 'fail',
      title: 'At least 2 run',
      message: 'Found 1 (cron and worker). Expected at least 2.',
      found: '1 (cron and worker)',
      expected: 'at least 2',
      members: [
        { member: 'Deployment//api', name: 'api', status: 'pass', found: '3' },
        {
          member: 'Deployment//cron',
          name: 'cron',
          status: 'fail',
          found: '1',
        },
        {
          member: 'Deployment//worker',
          status: 'fail',
          faultOn: 'PodDisruptionBudget//worker',
        },
      ],
      fix: {
        title: 'Give cron, worker more',
        steps: ['Set 2.', 'Not 1.'],
        template: 'template:default/replicas',
      },
      rules: [
        'all workloads where workload.scalable: workload.minReplicas >= params.minimum',
      ],
      sameAs: ['other rule'],
      acceptable: true,
      missing: [],
      drift: [],
    });
  });

  it('shows the evidence, that of failing members first, with its place', () => {
    const { evidence } = explain(replicas, [
      runs('api', 3),
      runs('worker', 1),
      record('repository', 'runbook.exists', true),
    ]);
    expect(evidence).toEqual([
      {
        fact: 'workload.minReplicas',
        member: 'Deployment//worker',
        value: 1,
        strength: 'declared',
        source: 'repository',
        sourceTitle: 'repository',
        decided: true,
        stale: false,
        observedAt: '2026-11-23T11:00:00Z',
        expiresAt: '2026-11-24T11:00:00Z',
        file: 'worker.yaml',
        line: 7,
        url: 'https://git/7',
      },
      expect.objectContaining({ member: 'Deployment//api', value: 3 }),
      expect.objectContaining({ fact: 'runbook.exists', value: true }),
    ]);
  });

  it('shows weaker and stale evidence beside what decided, and drift', () => {
    const explanation = explain(check('traffic.encrypted'), [
      record('kubernetes', 'traffic.encrypted', false),
      record('repository', 'traffic.encrypted', true, {
        origins: { '': { file: 'mesh.yaml', line: 3 } },
      }),
      record('attestation', 'traffic.encrypted', true, {
        expiresAt: '2026-11-01T00:00:00Z',
      }),
    ]);
    expect(
      explanation.evidence.map(({ source, value, decided, stale }) => [
        source,
        value,
        decided,
        stale,
      ]),
    ).toEqual([
      ['kubernetes', false, true, false],
      ['repository', true, false, false],
      ['attestation', true, false, true],
    ]);
    expect(explanation.drift).toEqual([
      {
        fact: 'traffic.encrypted',
        declared: true,
        observed: false,
        declaredSource: 'repository',
        observedSource: 'kubernetes',
        file: 'mesh.yaml',
        line: 3,
      },
    ]);
    expect(explanation.message).toBe(
      'Found traffic.encrypted false. Expected all well.',
    );
  });

  describe('says why it is unknown', () => {
    it('with every missing fact, and each source that could supply it', () => {
      const explanation = explain(
        check('owner.members > 1 && runbook.exists && entity.system == "x"'),
        [],
        {
          links: [
            {
              source: 'repository',
              status: 'denied',
              since: '2026-11-14T08:20:00Z',
              message: 'answers 403',
            },
            ...links({ catalog: 'ok' }),
          ],
        },
      );
      expect(explanation.status).toBe('unknown');
      expect(explanation.missing).toEqual([
        {
          fact: 'owner.members',
          reason: 'Catalog answered and states nothing about it.',
          sources: [
            {
              source: 'catalog',
              title: 'catalog',
              status: 'ok',
              since: '2026-11-20T00:00:00Z',
            },
          ],
        },
        {
          fact: 'runbook.exists',
          reason: 'Repository denies access since 2026-11-14: answers 403.',
          sources: [
            {
              source: 'repository',
              title: 'repository',
              status: 'denied',
              since: '2026-11-14T08:20:00Z',
              message: 'answers 403',
            },
          ],
        },
        {
          fact: 'entity.system',
          reason: 'The catalog does not state it.',
          sources: [],
        },
      ]);
      expect(explanation.message).toBe(
        'No evidence for owner.members, runbook.exists and entity.system. Catalog answered and states nothing about it.',
      );
    });

    it.each<[string, FactRecord[], Partial<EvaluationInput>, string]>([
      ['never answered', [], { links: [] }, 'Repository has not answered yet.'],
      [
        'not linked',
        [],
        { links: allLinks('not-linked') },
        'Repository is not linked to this entity.',
      ],
      [
        'stale',
        [
          record('repository', 'runbook.exists', true, {
            observedAt: '2026-11-10T00:00:00Z',
            expiresAt: '2026-11-17T00:00:00Z',
          }),
        ],
        {},
        'What repository stated on 2026-11-10 is past its freshness limit since 2026-11-17.',
      ],
      [
        'a gap',
        [
          record('repository', 'runbook.exists', undefined, {
            missing: 'docs is a symlink out of the repository.',
          }),
        ],
        {},
        'Repository could not tell: docs is a symlink out of the repository.',
      ],
    ])('%s', (_, facts, more, reason) => {
      expect(explain(check('runbook.exists'), facts, more)).toMatchObject({
        status: 'unknown',
        message: `No evidence for runbook.exists. ${reason}`,
        missing: [{ reason }],
      });
    });

    it('where no source is configured that could supply a part', () => {
      const compiled = compile(
        { one: check('owner.members > 1 && runbook.exists') },
        { sources: [sources.repository] },
      );
      const [{ checks }] = explainScorecard(
        compiled,
        input([record('repository', 'runbook.exists', true)]),
      ).questions;
      expect(checks[0].missing).toEqual([
        {
          fact: 'owner.members',
          reason:
            'No configured source supplies it; a source of kind catalog would.',
          sources: [],
        },
      ]);
    });

    it('of members', () => {
      expect(
        explain(replicas, [
          workload('repository', 'a', { scalable: true }),
          workload('repository', 'b', { scalable: true }),
        ]),
      ).toMatchObject({
        message:
          'No evidence for workload.minReplicas of a and b. Repository answered and states nothing about it.'.replace(
            'Repository',
            'Kubernetes and repository',
          ),
        missing: [
          { fact: 'workload.minReplicas', member: 'Deployment//a' },
          { fact: 'workload.minReplicas', member: 'Deployment//b' },
        ],
      });
    });

    it('of a list', () => {
      expect(explain(replicas, [], { links: allLinks('error') })).toMatchObject(
        {
          message:
            'Which workloads there are is not known. Kubernetes answers with an error since 2026-11-20.',
          missing: [{ fact: 'workloads' }],
        },
      );
      expect(explain(replicas, [])).toMatchObject({
        message: 'No workloads are known.',
      });
      expect(
        explain(
          replicas,
          [
            runs('api', 3),
            record('repository', 'workloads', undefined, {
              missing: 'b.yaml:3 cannot be parsed',
            }),
          ],
          { links: links({ repository: 'ok', kubernetes: 'disabled' }) },
        ),
      ).toMatchObject({
        status: 'unknown',
        message:
          'Some workloads may not be known. Repository could not tell: b.yaml:3 cannot be parsed.',
        missing: [{ fact: 'workloads' }],
      });
    });

    it('because the rule is at fault', () => {
      expect(
        explain(check('4 / owner.members > 1'), [
          record('catalog', 'owner.members', 0),
        ]),
      ).toMatchObject({
        status: 'unknown',
        ruleError: 'column 1: division by zero',
        message: 'The rule itself failed: column 1: division by zero.',
      });
    });
  });

  describe('says why it does not apply', () => {
    it.each<[string, CheckConfig, FactRecord[]]>([
      [
        'Does not apply to this entity.',
        check('runbook.exists', { appliesTo: { kind: 'API' } }),
        [],
      ],
      [
        'Does not apply: none of the workloads is concerned.',
        replicas,
        [workload('repository', 'job', { scalable: false })],
      ],
      [
        'Does not apply: there are no alerts.',
        check([
          {
            each: 'alerts',
            rule: 'alert.healthy',
            whenEmpty: 'not-applicable',
          },
        ]),
        [],
      ],
      [
        'Does not apply: owner.contacts is empty.',
        check([{ rule: 'runbook.exists', when: 'owner.contacts.size() > 0' }]),
        [record('catalog', 'owner.contacts', [])],
      ],
    ])('%s', (message, config, facts) => {
      expect(explain(config, facts)).toMatchObject({
        status: 'not-applicable',
        message,
      });
    });
  });

  it('names the record that accepts a failure', () => {
    const acceptance = {
      check: 'one',
      until: '2026-11-30T23:59:59Z',
      recordId: '0011',
      recordTitle: 'One instance is enough',
    };
    expect(
      explain(replicas, [runs('api', 1)], { acceptances: [acceptance] }),
    ).toMatchObject({
      status: 'accepted',
      acceptance,
      message:
        'Accepted until 2026-11-30 by One instance is enough. Found 1 (api). Expected at least 2.',
      members: [{ status: 'accepted' }],
    });
  });

  it('reads well without a word from the author', () => {
    expect(
      explain(
        check([
          {
            each: 'workloads',
            whenEmpty: 'fail',
            rule: 'workload.spread && workload.minReplicas > 1',
          },
        ]),
        [
          workload('repository', 'a', { spread: false, minReplicas: 2 }),
          workload('repository', 'b', { spread: true, minReplicas: 2 }),
        ],
      ).message,
    ).toBe('Found spread false, minReplicas 2 (a). Expected all well.');
    expect(
      explain(
        check([{ each: 'workloads', rule: 'true', whenEmpty: 'fail' }]),
        [],
      ).message,
    ).toBe('Found no workloads. Expected all well.');
  });

  it('adds up questions and levels, and what comes next', () => {
    const scorecard = explainScorecard(
      compile({
        b: check('entity.tier == 3'),
        s1: check('owner.members > 1', { level: 'silver' }),
        s2: check('entity.tier == 1', { level: 'silver', question: 'second' }),
        g: check('entity.tier == 2', { level: 'gold', question: 'second' }),
        idle: check('entity.tier == 3', {
          appliesTo: { kind: 'API' },
          level: 'gold',
        }),
      }),
      input([], {
        links: [
          ...links({ repository: 'ok' }),
          { source: 'gone', status: 'ok', since: '2026-11-20T00:00:00Z' },
        ],
      }),
    );
    expect(scorecard).toMatchObject({
      schemaVersion: 1,
      entityRef: 'component:default/shop',
      checklist: { id: 'small', title: 'Small checklist', version: 1 },
      environment: 'production',
      level: 'bronze',
      score: 0.25,
      levels: [
        { id: 'bronze', toGo: 0, held: true, counts: { pass: 1 } },
        { id: 'silver', toGo: 2, held: false, counts: { fail: 1, unknown: 1 } },
        {
          id: 'gold',
          toGo: 3,
          held: false,
          counts: { fail: 1, 'not-applicable': 1 },
        },
      ],
      next: { level: 'silver', title: 'Silver', checks: ['s2', 's1'] },
      questions: [
        { id: 'first', status: 'unknown', counts: { pass: 1, unknown: 1 } },
        { id: 'second', status: 'fail', counts: { fail: 2 } },
      ],
      links: [{ source: 'repository', title: 'repository', status: 'ok' }],
    });
    expect(scorecard.links).toHaveLength(1);
  });
});
