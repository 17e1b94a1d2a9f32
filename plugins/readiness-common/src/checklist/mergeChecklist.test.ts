import { check, checklist } from '../__testUtils__/harness';
import { mergeChecklist } from './mergeChecklist';

const base = checklist({
  replicas: check('owner.members > params.minimum', {
    params: { minimum: 2, other: 1 },
    sameAs: ['x'],
  }),
  runbook: check('runbook.exists'),
});

describe('mergeChecklist', () => {
  it('is the base where nothing is overridden', () => {
    expect(mergeChecklist(base)).toEqual(base);
    expect(mergeChecklist(base, {})).toEqual(base);
  });

  it('lays overrides over checks key by key', () => {
    const merged = mergeChecklist(
      base,
      {
        title: 'Ours',
        checks: {
          replicas: {
            title: 'Enough',
            params: { minimum: { default: 3, byTier: { '1': 4 } } },
            fix: { url: 'https://example.com/fix' },
            sameAs: ['y'],
          },
        },
      },
      { version: 7, checks: { replicas: { level: 'gold' } } },
    );
    expect(merged).toEqual({
      ...base,
      title: 'Ours',
      version: 7,
      checks: {
        ...base.checks,
        replicas: {
          ...base.checks.replicas,
          title: 'Enough',
          level: 'gold',
          params: { minimum: { default: 3, byTier: { '1': 4 } }, other: 1 },
          fix: {
            ...base.checks.replicas.fix,
            url: 'https://example.com/fix',
          },
          sameAs: ['y'],
        },
      },
    });
    expect(base.checks.replicas.level).toBe('bronze');
  });

  it('adds, switches off and on again', () => {
    const own = check('owner.members > 1', { question: 'second' });
    const off = { checks: { runbook: { enabled: false }, own } };
    expect(Object.keys(mergeChecklist(base, off).checks)).toEqual([
      'replicas',
      'own',
    ]);
    expect(
      Object.keys(
        mergeChecklist(base, off, { checks: { runbook: { enabled: true } } })
          .checks,
      ),
    ).toEqual(['replicas', 'runbook', 'own']);
  });

  it('replaces the checklist where it is told to', () => {
    const own = check('owner.members > 1', { question: 'mine' });
    const merged = mergeChecklist(base, {
      replace: true,
      questions: {
        mine: { title: 'Mine?', shortTitle: 'Mine', quality: 'security' },
      },
      checks: { own },
    });
    expect(Object.keys(merged.questions)).toEqual(['mine']);
    expect(Object.keys(merged.checks)).toEqual(['own']);
    expect(merged.levels).toEqual(base.levels);
  });

  it.each([
    [
      { checks: { replica: { enabled: false } } },
      'readiness.checklist.checks.replica: the checklist has no such check; did you mean "replicas"?',
    ],
    [
      { checks: { own: { title: 'Own' } } },
      'readiness.checklist.checks.own.question: is required',
    ],
    [
      { questions: { mine: { title: 'Mine?' } } },
      'readiness.checklist.questions.mine.shortTitle: is required',
    ],
  ])('refuses %j', (override, expected) => {
    expect(() => mergeChecklist(base, override)).toThrow(expected);
  });
});
