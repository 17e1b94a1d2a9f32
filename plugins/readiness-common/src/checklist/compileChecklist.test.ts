import { InputError } from '@backstage/errors';
import {
  check,
  checklist,
  compile,
  input,
  record,
  registry,
  sources,
  statuses,
  workload,
} from '../__testUtils__/harness';
import { ChecklistError } from './ChecklistError';
import { compileChecklist } from './compileChecklist';
import type { CheckConfig, ChecklistConfig } from './types';

function issuesOf(
  checks: Record<string, CheckConfig>,
  more: Partial<ChecklistConfig> = {},
): string[] {
  try {
    compile(checks, { more });
  } catch (error) {
    if (error instanceof ChecklistError) {
      return error.issues.map(({ path, message }) => `${path}: ${message}`);
    }
    throw error;
  }
  return [];
}

const EACH = { each: 'workloads', whenEmpty: 'fail' } as const;

describe('compileChecklist', () => {
  it('names the key, the column and the reason of all that is broken', () => {
    const checks = {
      one: check('runbook.exists && owner.members > "2"'),
      two: check(
        [{ ...EACH, rule: 'workload.spred', where: 'workload.name' }],
        {
          title: '{{ owner.membrs }}',
          expected: '{{ 1 + }}',
          fix: { title: 'Fix', steps: ['Do {{ params.x }}'] },
        },
      ),
    };
    expect(issuesOf(checks)).toEqual([
      'readiness.checklist.checks.one.rules[0].rule: column 19: no such overload: int > string',
      'readiness.checklist.checks.two.rules[0].rule: column 10: no such key: spred; did you mean "spread"?',
      'readiness.checklist.checks.two.rules[0].where: column 1: a rule is true or false, this is of type string',
      'readiness.checklist.checks.two.title: column 10: no such key: membrs; did you mean "members"?',
      expect.stringMatching(
        /^readiness\.checklist\.checks\.two\.expected: column 7: /,
      ),
      'readiness.checklist.checks.two.fix.steps[0]: column 14: no such key: x',
    ]);
    expect(() => compile(checks)).toThrow(InputError);
  });

  it.each([
    [
      { question: 'frist' },
      'question: there is no question "frist"; did you mean "first"?',
    ],
    [
      { level: 'platinum' },
      'level: there is no level "platinum"; there are bronze, silver, gold',
    ],
    [
      { rules: [{ ...EACH, each: 'workload', rule: 'true' }] },
      'rules[0].each: "workload" is not a list of facts; did you mean "workloads"?',
    ],
    [
      { rules: [{ ...EACH, as: 'runbook', rule: 'true' }] },
      'rules[0].as: "runbook" is taken: it would hide what bears that name',
    ],
    [
      { rules: [{ ...EACH, rule: 'workload.spread', faultOn: 'budgets' }] },
      'rules[0].faultOn: "budgets" is not a text field of workloads; did you mean "budget"?',
    ],
    [
      { evidence: ['runbook.exist'] },
      'evidence[0]: there is no fact "runbook.exist"; did you mean "runbook.exists"?',
    ],
    [
      { params: { limit: { default: 1, byTier: { '1': 'two' } } } },
      'params.limit: all values of a parameter are of one type',
    ],
    [
      {
        rules: [{ rule: 'owner.members > params.minimum' }],
        params: { minimum: 2, minimun: 3 },
      },
      'params.minimun: nothing in the check reads it; did you mean "minimum"?',
    ],
  ])('refuses %j', (change, expected) => {
    expect(issuesOf({ one: check('runbook.exists', change) })).toContain(
      `readiness.checklist.checks.one.${expected}`,
    );
  });

  it('refuses levels that are taken', () => {
    const twice = { id: 'low', title: 'Low' };
    expect(
      issuesOf({}, { levels: [twice, twice, { id: 'none', title: 'None' }] }),
    ).toEqual([
      'readiness.checklist.levels[1].id: "low" is there twice',
      'readiness.checklist.levels[2].id: "none" means that no level is held',
    ]);
  });

  it('reports broken rules instead of refusing them, where it is told to', () => {
    const compiled = compileChecklist(
      checklist({ good: check('runbook.exists'), bad: check('runbook.exist') }),
      { registry, sources: Object.values(sources), brokenRules: 'report' },
    );
    expect(compiled.columns.map(({ id }) => id)).toEqual(['good']);
    expect(compiled.ruleErrors).toEqual([
      {
        check: 'bad',
        path: 'readiness.checklist.checks.bad.rules[0].rule',
        message: 'column 9: no such key: exist; did you mean "exists"?',
      },
    ]);
  });

  it('orders columns by question, then as they stand', () => {
    const compiled = compile({
      c: check('runbook.exists', { question: 'second' }),
      a: check('runbook.exists'),
      b: check('owner.members > 1', { level: 'gold' }),
    });
    expect(compiled.columns.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(compiled.columnOf('c')).toBe(2);
    expect(compiled.columnOf('x')).toBeUndefined();
    expect(compiled.questions.map(({ id, columns }) => [id, columns])).toEqual([
      ['first', [0, 1]],
      ['second', [2]],
    ]);
  });

  it('tells what a check reads, and who could answer', () => {
    const [column] = compile(
      {
        one: check(
          [
            { ...EACH, rule: 'workload.graceful', where: 'workload.scalable' },
            { rule: 'runbook.exists' },
          ],
          { title: 'At least {{ params.minimum }}', params: { minimum: 2 } },
        ),
      },
      { more: { ruleOwner: 'group:default/platform' } },
    ).columns;
    expect(column).toMatchObject({
      title: 'At least 2',
      facts: ['runbook.exists', 'workloads'],
      sourceKinds: ['kubernetes', 'repository', 'attestation'],
      sources: ['kubernetes', 'repository', 'attestation'],
      ruleOwner: 'group:default/platform',
      acceptable: true,
      levelIndex: 0,
    });
  });

  describe('holds a check inactive that no configured source can decide', () => {
    const repositoryAlone = [sources.repository];

    it.each<[string, CheckConfig, string[]]>([
      ['a fact', check('owner.members > 1'), ['catalog']],
      [
        'a field of a list that others find',
        check([{ ...EACH, rule: 'workload.useRatio < 2.0' }]),
        ['monitor'],
      ],
      [
        'all of what is compared',
        check('size(owner.contacts) > 0'),
        ['catalog'],
      ],
    ])('%s', (_, config, activatedBy) => {
      const compiled = compile({ one: config }, { sources: repositoryAlone });
      expect(compiled.columns).toEqual([]);
      expect(compiled.inactive).toEqual([
        {
          id: 'one',
          question: 'first',
          level: 'bronze',
          title: 'It is well',
          activatedBy,
        },
      ]);
    });

    it.each<[string, CheckConfig]>([
      [
        'one rule of several',
        check([{ rule: 'runbook.exists' }, { rule: 'owner.members > 1' }]),
      ],
      ['one side of ||', check('runbook.exists || owner.members > 1')],
      [
        'a fact that may be absent',
        check('!has(owner.members) || owner.members > 1'),
      ],
      [
        'a condition',
        check([{ rule: 'runbook.exists', when: 'owner.members > 1' }]),
      ],
      ['the entity', check('entity.tier < 4')],
    ])('but not for %s', (_, config) => {
      const compiled = compile({ one: config }, { sources: repositoryAlone });
      expect(compiled.inactive).toEqual([]);
    });
  });

  it('asks predicates about the entity, and says what they read', () => {
    const compiled = compile({
      one: check('runbook.exists', {
        appliesTo: {
          $any: [
            { 'spec.type': 'website' },
            { $not: { 'metadata.tags': { $contains: 'legacy' } } },
          ],
        },
      }),
    });
    expect(compiled.entityFields).toEqual([
      'kind',
      'metadata.tags',
      'spec.lifecycle',
      'spec.type',
    ]);
    expect(compiled.appliesTo({ kind: 'component' })).toBe(true);
    expect(compiled.appliesTo({ kind: 'API' })).toBe(false);
    expect(compiled.isPreview({ spec: { lifecycle: 'experimental' } })).toBe(
      true,
    );
    expect(compiled.isPreview({ spec: {} })).toBe(false);
    const facts = [record('repository', 'runbook.exists', true)];
    const legacy = input(facts);
    legacy.entity.entity = { metadata: { tags: ['legacy'] } };
    expect(statuses(compiled, legacy)).toEqual({ one: 'not-applicable' });
    expect(statuses(compiled, input(facts))).toEqual({ one: 'pass' });
  });

  it('binds parameters by tier', () => {
    const compiled = compile({
      one: check(
        [{ ...EACH, rule: 'workload.minReplicas >= params.minimum' }],
        {
          params: { minimum: { default: 2, byTier: { '1': 3 } } },
        },
      ),
    });
    const given = input([workload('repository', 'api', { minReplicas: 2 })]);
    expect(statuses(compiled, given).one).toBe('pass');
    given.entity.tier = 1;
    expect(statuses(compiled, given).one).toBe('fail');
  });
});
