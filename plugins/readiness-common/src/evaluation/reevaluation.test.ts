import type { RuleConfig } from '../checklist/types';
import type { FactRecord } from '../facts/types';
import { check, compile, input, record } from '../__testUtils__/harness';
import { evaluateScorecard } from './evaluateScorecard';
import type { EvaluationInput } from './types';

const FOREVER = { expiresAt: undefined };
const DAILY = '2026-11-24T12:00:00.000Z';

function dueAt(
  rule: RuleConfig | string,
  facts: readonly FactRecord[],
  more: Partial<EvaluationInput> = {},
  params?: Record<string, number | string>,
): string | undefined {
  const compiled = compile({ one: check(rule, params ? { params } : {}) });
  return evaluateScorecard(compiled, input(facts, more)).reevaluateAt;
}

function reviewed(at: string, more: Partial<FactRecord> = FOREVER) {
  return record('repository', 'runbook.reviewedAt', at, more);
}

describe('the moment of the next evaluation', () => {
  it('is none where time changes nothing', () => {
    expect(
      dueAt('runbook.exists', [
        record('repository', 'runbook.exists', true, FOREVER),
      ]),
    ).toBeUndefined();
  });

  it('is the first expiry among the facts that count', () => {
    const facts = [
      record('repository', 'runbook.exists', true, {
        expiresAt: '2026-11-25T00:00:00Z',
      }),
      record('catalog', 'owner.members', 1),
    ];
    expect(dueAt('runbook.exists', facts)).toBe('2026-11-25T00:00:00.000Z');
  });

  it('is the end of an acceptance', () => {
    expect(
      dueAt(
        'runbook.exists',
        [record('repository', 'runbook.exists', false, FOREVER)],
        {
          acceptances: [
            {
              check: 'one',
              until: '2026-11-30T23:59:59Z',
              recordId: '1',
              recordTitle: 'x',
            },
          ],
        },
      ),
    ).toBe('2026-11-30T23:59:59.000Z');
  });

  it.each([
    ['now - runbook.reviewedAt < days(180)', undefined],
    ['now - runbook.reviewedAt < days(params.limit)', { limit: 180 }],
    ['runbook.reviewedAt > now - duration("4320h")', undefined],
    ['runbook.reviewedAt > now - duration(params.limit)', { limit: '4320h' }],
  ])('is when %s turns', (rule, params) => {
    const compiled = compile({ one: check(rule, params ? { params } : {}) });
    const facts = [reviewed('2026-05-27T18:00:00Z')];
    const first = evaluateScorecard(compiled, input(facts));
    expect(first).toMatchObject({
      statuses: 'p',
      reevaluateAt: '2026-11-23T18:00:00.000Z',
    });
    const due = Date.parse(first.reevaluateAt ?? '');
    expect(
      evaluateScorecard(compiled, input(facts, { now: due - 1 })).statuses,
    ).toBe('p');
    expect(
      evaluateScorecard(compiled, input(facts, { now: due })).statuses,
    ).toBe('f');
  });

  it('is a millisecond later where the moment itself still counts', () => {
    const compiled = compile({
      one: check('now - runbook.reviewedAt <= days(180)'),
    });
    const facts = [reviewed('2026-05-27T12:00:00Z')];
    const first = evaluateScorecard(compiled, input(facts));
    expect(first).toMatchObject({
      statuses: 'p',
      reevaluateAt: '2026-11-23T12:00:00.001Z',
    });
    const due = Date.parse(first.reevaluateAt ?? '');
    expect(
      evaluateScorecard(compiled, input(facts, { now: due })).statuses,
    ).toBe('f');
  });

  it('is a day away at most where a rule reads the time', () => {
    expect(
      dueAt('now - runbook.reviewedAt < days(30)', [
        reviewed('2026-11-20T00:00:00Z'),
      ]),
    ).toBe(DAILY);
    expect(dueAt('now.getHours() < 13', [])).toBe(DAILY);
    expect(
      dueAt({ rule: 'entity.tier == 3', when: 'now.getHours() < 13' }, []),
    ).toBe(DAILY);
  });
});
