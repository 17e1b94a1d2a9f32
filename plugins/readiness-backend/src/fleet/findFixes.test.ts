import {
  compileChecklist,
  FactRegistry,
  parseChecklist,
} from '@airworthy/plugin-readiness-common';
import { findFixes } from './findFixes';

const CHECKS: Array<[string, string]> = [
  ['a', 'bronze'],
  ['b', 'bronze'],
  ['c', 'silver'],
  ['d', 'gold'],
];

const checklist = compileChecklist(
  parseChecklist({
    id: 'test',
    title: 'Test',
    version: 1,
    appliesTo: { kind: 'Component' },
    levels: ['bronze', 'silver', 'gold'].map(id => ({ id, title: id })),
    questions: {
      q: { title: 'Question', shortTitle: 'Q', quality: 'availability' },
    },
    checks: Object.fromEntries(
      CHECKS.map(([id, level]) => [
        id,
        {
          question: 'q',
          level,
          title: id,
          rules: [{ rule: 'runbook.exists' }],
          expected: 'one',
          fix: {
            title: "Write {{ failing.size() == 0 ? 'it' : failing[0] }}",
            steps: ['Write.'],
          },
        },
      ]),
    ),
  }),
  {
    registry: FactRegistry.create(),
    sources: [
      {
        id: 'repository',
        kind: 'repository',
        title: 'Repository',
        strength: 'declared',
        supplies: ['runbook.exists'],
      },
    ],
  },
);

function row(ref: string, statuses: string, level_rank: number) {
  return { ref, statuses, level_rank, level: '', to_next: 0 };
}

describe('findFixes', () => {
  it('counts those that one check alone keeps from rising', () => {
    const fixes = findFixes(checklist, [
      // One unknown check keeps it from bronze; c keeps it from silver then.
      row('x', 'upfp', 0),
      // Two keep it from bronze: neither lifts it alone.
      row('y', 'ffpp', 0),
      // Only c keeps it from silver, and nothing from gold after that.
      row('z', 'PPFP', 1),
      // At the top.
      row('t', 'pppp', 3),
    ]);
    expect(
      fixes.map(({ check, fails, unknown, lifts, liftsTo, services }) => ({
        check,
        fails,
        unknown,
        lifts,
        liftsTo,
        services,
      })),
    ).toEqual([
      {
        check: 'c',
        fails: 2,
        unknown: 0,
        lifts: 1,
        liftsTo: 'gold',
        services: ['z'],
      },
      {
        check: 'a',
        fails: 1,
        unknown: 1,
        lifts: 1,
        liftsTo: 'bronze',
        services: ['x'],
      },
      {
        check: 'b',
        fails: 1,
        unknown: 0,
        lifts: 0,
        liftsTo: undefined,
        services: [],
      },
    ]);
  });

  it('is titled by what to do, of no service in particular', () => {
    const [fix] = findFixes(checklist, [row('x', 'fppp', 0)]);
    expect(fix.title).toBe('Write it');
  });
});
