import {
  check,
  compile,
  input,
  record,
  workload,
} from '../__testUtils__/harness';
import { AssumptionJudge } from './AssumptionJudge';
import type { EvaluationInput } from './types';

const SINCE = '2026-11-20T00:00:00.000Z';

// No check reads what the records assume.
const judge = new AssumptionJudge(compile({ one: check('runbook.exists') }));

function judged(
  rule: string,
  facts: EvaluationInput['facts'],
  more: Partial<EvaluationInput> = {},
) {
  return judge.judge(input(facts, more), [rule]).judged[0];
}

describe('AssumptionJudge', () => {
  it('says what the facts are, and who says so', () => {
    expect(
      judged('workloads.all(w, w.minReplicas == 1) && entity.tier == 3', [
        workload('kubernetes', 'api', { minReplicas: 1 }),
        workload('kubernetes', 'worker', { minReplicas: 3 }),
      ]),
    ).toMatchObject({
      outcome: 'false',
      value: 'workload.minReplicas is 1 (api), 3 (worker); entity.tier is 3',
      source: 'kubernetes, Catalog',
      observedAt: expect.stringMatching(/^2026-/),
    });
    expect(
      judged('owner.members >= 2', [record('catalog', 'owner.members', 2)]),
    ).toMatchObject({ outcome: 'true', value: 'owner.members is 2' });
  });

  it('takes what nobody says for neither true nor false, and says why', () => {
    const missing = judged('owner.members >= 2', []);
    expect(missing.outcome).toBe('unknown');
    expect(missing.reason).toMatch(/^owner\.members: /);
    expect(missing.value).toBeUndefined();
    const down = judged('disk.ratio < 0.5', [], {
      links: [
        {
          source: 'kubernetes',
          status: 'error',
          message: 'no route to host',
          since: SINCE,
        },
        { source: 'repository', status: 'not-linked', since: SINCE },
      ],
    });
    expect(down).toMatchObject({
      outcome: 'unknown',
      reason: expect.stringContaining('no route to host'),
    });
  });

  it('proves nothing of all of none', () => {
    expect(
      judged('alerts.all(alert, alert.healthy)', [], {
        links: [
          { source: 'monitor', status: 'ok', since: SINCE },
          { source: 'repository', status: 'ok', since: SINCE },
        ],
      }).outcome,
    ).toBe('unknown');
  });

  it('is unknown where the rule cannot be read, and names the place', () => {
    expect(judged('owner.membres > 1', [])).toEqual({
      outcome: 'unknown',
      reason: expect.stringMatching(/column 7.*did you mean "members"/),
    });
  });

  it('tells when a fact that decides expires', () => {
    expect(
      judge.judge(
        input([
          record('catalog', 'owner.members', 2, {
            expiresAt: '2026-11-25T00:00:00Z',
          }),
        ]),
        ['owner.members >= 2'],
      ).nextExpiry,
    ).toBe(Date.parse('2026-11-25T00:00:00Z'));
  });
});
