import type { ListRuleConfig } from '../checklist/types';
import { check, compile, input, workload } from '../__testUtils__/harness';
import { judgeMembers } from './judgeMembers';

function each(
  rule: string,
  more: Partial<ListRuleConfig> = {},
): ListRuleConfig {
  return { each: 'workloads', rule, whenEmpty: 'fail', ...more };
}

const facts = [
  workload('repository', 'a', { spread: true, minReplicas: 1 }),
  workload('repository', 'b', {
    spread: false,
    minReplicas: 1,
    budget: 'PodDisruptionBudget//b',
  }),
  workload('repository', 'c', { minReplicas: 2 }),
];

describe('judgeMembers', () => {
  it('gives the members that make a check fail, and why', () => {
    const compiled = compile({
      spread: check([each('workload.spread', { faultOn: 'budget' })]),
      added: check([each('workload.spread', { faultOn: '' })]),
      some: check([each('workload.minReplicas > 1', { mode: 'any' })]),
      none: check([each('workload.minReplicas > 2', { mode: 'any' })]),
      other: check('entity.tier == 1'),
    });
    expect(judgeMembers(compiled, input(facts))).toEqual([
      {
        check: 'spread',
        member: 'Deployment//b',
        faultOn: 'PodDisruptionBudget//b',
        message: 'Found spread false. Expected all well.',
      },
      {
        check: 'added',
        member: 'Deployment//b',
        faultOn: '',
        message: 'Found spread false. Expected all well.',
      },
      ...['a', 'b', 'c'].map(name => ({
        check: 'none',
        member: `Deployment//${name}`,
        message: `Found minReplicas ${
          name === 'c' ? 2 : 1
        }. Expected all well.`,
      })),
    ]);
  });

  it('takes an accepted fault for a fault', () => {
    const compiled = compile({ one: check([each('workload.spread')]) });
    const acceptances = [
      {
        check: 'one',
        until: '2026-12-01T00:00:00Z',
        recordId: '1',
        recordTitle: 'x',
      },
    ];
    expect(
      judgeMembers(compiled, input(facts, { acceptances })).map(
        ({ member }) => member,
      ),
    ).toEqual(['Deployment//b']);
  });
});
