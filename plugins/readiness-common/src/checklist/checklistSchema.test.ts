import { check, checklist } from '../__testUtils__/harness';
import { ChecklistError } from './ChecklistError';
import { parseChecklist, parseChecklistOverrides } from './checklistSchema';

function issuesOf(parse: () => unknown): string[] {
  try {
    parse();
  } catch (error) {
    if (error instanceof ChecklistError) {
      return error.issues.map(({ path, message }) => `${path}: ${message}`);
    }
    throw error;
  }
  return [];
}

const whole = check('runbook.exists');

describe('parseChecklistOverrides', () => {
  it('takes parts of checks', () => {
    const overrides = {
      checks: {
        replicas: { params: { minimum: { default: 2, byTier: { 1: 3 } } } },
        'load-test': { enabled: false },
        own: whole,
      },
    };
    expect(parseChecklistOverrides(overrides)).toEqual(overrides);
  });

  it.each([
    [
      { check: {} },
      'readiness.checklist.check: unknown key; did you mean "checks"?',
    ],
    [
      { checks: { a: { titel: 'x' } } },
      'readiness.checklist.checks.a.titel: unknown key; did you mean "title"?',
    ],
    [
      { checks: { a: { rules: [{ each: 'workloads', rule: 'true' }] } } },
      'readiness.checklist.checks.a.rules[0].whenEmpty: is required: one of unknown, not-applicable, fail',
    ],
    [
      {
        checks: {
          a: {
            rules: [{ each: 'x', rule: 'true', whenEmpty: 'pass' }],
          },
        },
      },
      'readiness.checklist.checks.a.rules[0].whenEmpty: expected one of unknown, not-applicable, fail, found "pass"',
    ],
    [
      { checks: { a: { rules: [{ rule: 'true', whenEmpty: 'fail' }] } } },
      'readiness.checklist.checks.a.rules[0].whenEmpty: belongs to a rule with "each"',
    ],
    [
      { checks: { a: { rules: [{ rul: 'true' }] } } },
      'readiness.checklist.checks.a.rules[0].rule: is required',
    ],
    [
      { checks: { a: { rules: 'true' } } },
      'readiness.checklist.checks.a.rules: expected an array, found "true"',
    ],
    [
      { checks: { a: { title: 7 } } },
      'readiness.checklist.checks.a.title: expected a text, found 7',
    ],
    [
      { checks: { a: { title: '' } } },
      'readiness.checklist.checks.a.title: must not be empty',
    ],
    [
      { checks: { 'Not an id': {} } },
      'readiness.checklist.checks.Not an id: an id is of lower case words joined by dashes',
    ],
    [
      { checks: { a: { params: { minimum: [2] } } } },
      'readiness.checklist.checks.a.params.minimum: expected a number, a text, a boolean, or { default, byTier } of them',
    ],
    [
      { questions: { a: { quality: 'beauty' } } },
      'readiness.checklist.questions.a.quality: expected one of availability, performance, security, maintainability, found "beauty"',
    ],
  ])('refuses %j', (value, expected) => {
    expect(issuesOf(() => parseChecklistOverrides(value))).toContain(expected);
  });

  it('refuses a predicate that is none', () => {
    const [issue] = issuesOf(() =>
      parseChecklistOverrides({ checks: { a: { appliesTo: [] } } }),
    );
    expect(issue).toContain('readiness.checklist.checks.a.appliesTo');
  });

  it('names every key that is at fault, under the path that it is told', () => {
    expect(
      issuesOf(() =>
        parseChecklistOverrides(
          { title: 1, checks: { a: { level: 2, rules: [{ rule: 3 }] } } },
          'file.yaml',
        ),
      ),
    ).toEqual([
      'file.yaml.title: expected a text, found 1',
      'file.yaml.checks.a.level: expected a text, found 2',
      'file.yaml.checks.a.rules[0].rule: expected a text, found 3',
    ]);
  });
});

describe('parseChecklist', () => {
  it('takes a whole checklist', () => {
    const config = checklist({ own: whole });
    expect(parseChecklist(config)).toEqual(config);
  });

  it('requires what overrides may leave out', () => {
    const { title, ...rest } = checklist({ own: whole });
    expect(issuesOf(() => parseChecklist(rest))).toEqual([
      'readiness.checklist.title: is required',
    ]);
    expect(title).toBe('Small checklist');
  });
});
