import type { TradeoffRecord } from '../model/types';
import { acceptanceObstacles } from './acceptanceObstacles';
import { checkAcceptances } from './acceptances';
import { recordContradictions } from './contradictions';
import { designCoverage } from './designCoverage';
import { canMove, nextStatuses } from './lifecycle';
import { isReviewOverdue, reviewDate } from './review';
import { statement } from './statement';
import { supersessionCycles } from './supersession';

function record(changes: Partial<TradeoffRecord> = {}): TradeoffRecord {
  return {
    id: 'a-1',
    title: 'Run in one zone',
    format: 'airworthy',
    status: 'accepted',
    date: '2026-03-14',
    lastReviewedOn: '2026-03-14',
    reviewIn: '6 months',
    decisionMakers: ['group:default/payments'],
    consulted: [],
    informed: [],
    links: [],
    entityRefs: [],
    tradeoffs: [
      {
        axis: 'cost-availability',
        position: -2,
        qualityAttributes: [
          { name: 'cost', effect: 'improves' },
          { name: 'availability', effect: 'degrades' },
        ],
        scenario: {
          stimulus: 'the loss of a zone',
          responseMeasure: '4 h to restore',
        },
        assumptions: [],
        revisitWhen: [],
        evidence: [],
      },
    ],
    accepts: [],
    design: {},
    sections: [],
    options: ['One zone', 'Two zones'],
    chosenOption: 'One zone',
    body: '',
    ...changes,
  };
}

describe('life cycle', () => {
  it('goes from draft to accepted and ends superseded', () => {
    expect(canMove('draft', 'proposed')).toBe(true);
    expect(canMove('proposed', 'accepted')).toBe(true);
    expect(canMove('accepted', 'superseded')).toBe(true);
    expect(canMove('draft', 'accepted')).toBe(false);
    expect(canMove('superseded', 'accepted')).toBe(false);
    expect(nextStatuses('rejected')).toEqual([]);
  });

  it('lets a complete record be accepted', () => {
    expect(acceptanceObstacles(record())).toEqual([]);
  });

  it.each<[string, Partial<TradeoffRecord>, string]>([
    ['one option', { options: ['One zone'] }, 'too-few-options'],
    ['a choice not considered', { chosenOption: 'Three' }, 'no-chosen-option'],
    ['no choice', { chosenOption: undefined }, 'no-chosen-option'],
    ['no gain', { tradeoffs: [] }, 'nothing-improves'],
    ['no loss', { tradeoffs: [] }, 'nothing-degrades'],
    ['nobody', { decisionMakers: [] }, 'no-owner'],
    ['no review', { reviewIn: undefined }, 'no-review-date'],
  ])('holds back a record with %s', (_, changes, code) => {
    expect(
      acceptanceObstacles(record(changes)).map(obstacle => obstacle.code),
    ).toContain(code);
  });
});

describe('review', () => {
  it('is due after the last review, on the last day of a short month', () => {
    expect(reviewDate(record())).toBe('2026-09-14');
    expect(
      reviewDate({ lastReviewedOn: '2026-01-31', reviewIn: '1 month' }),
    ).toBe('2026-02-28');
  });

  it('is overdue only when the day has passed', () => {
    expect(isReviewOverdue(record(), Date.parse('2026-09-14T23:59:59Z'))).toBe(
      false,
    );
    expect(isReviewOverdue(record(), Date.parse('2026-09-15T00:00:00Z'))).toBe(
      true,
    );
  });
});

describe('checkAcceptances', () => {
  it('ends at the earlier of its own end and the review', () => {
    expect(
      checkAcceptances(
        record({
          accepts: [
            { check: 'replicas', until: '2026-06-01' },
            { check: 'spread', until: '2027-01-01' },
            { check: 'multi-zone' },
          ],
        }),
      ),
    ).toEqual([
      {
        check: 'replicas',
        until: '2026-06-01T23:59:59.999Z',
        endedBy: 'until',
      },
      { check: 'spread', until: '2026-09-14T23:59:59.999Z', endedBy: 'review' },
      {
        check: 'multi-zone',
        until: '2026-09-14T23:59:59.999Z',
        endedBy: 'review',
      },
    ]);
  });

  it('accepts nothing before it is accepted, and nothing for ever', () => {
    const accepts = [{ check: 'replicas' }];
    expect(checkAcceptances(record({ status: 'proposed', accepts }))).toEqual(
      [],
    );
    expect(checkAcceptances(record({ reviewIn: undefined, accepts }))).toEqual(
      [],
    );
  });
});

describe('designCoverage', () => {
  it('names the steps that a record covers, does not need, or leaves out', () => {
    const coverage = designCoverage([
      record({
        sections: [
          {
            title: 'Data flow',
            depth: 2,
            line: 9,
            text: 'From here to there.',
            links: [],
          },
          { title: 'Requirements', depth: 2, line: 12, text: '', links: [] },
        ],
        design: { 'security-access': { state: 'not-applicable' } },
      }),
    ]);
    expect(
      Object.fromEntries(coverage.map(step => [step.id, step.state])),
    ).toEqual({
      requirements: 'missing',
      'traffic-pattern': 'missing',
      'core-components': 'missing',
      'data-flow': 'covered',
      'failure-handling': 'missing',
      'monitoring-alerting': 'missing',
      'security-access': 'not-applicable',
      tradeoffs: 'covered',
    });
  });
});

describe('statement', () => {
  it('says the decision in one sentence', () => {
    expect(
      statement(record(), 'payments-api')
        ?.map(part => part.text)
        .join(''),
    ).toBe(
      'In the context of payments-api, facing the loss of a zone, we decided for One zone and neglected Two zones, to achieve cost, accepting less availability, 4 h to restore.',
    );
  });

  it('says nothing without a decision', () => {
    expect(statement(record({ chosenOption: undefined }), 'a')).toBeUndefined();
  });
});

describe('recordContradictions', () => {
  it('finds two records in force on one axis, unless one names the other', () => {
    const second = record({ id: 'a-2' });
    expect(
      recordContradictions({ own: [record(), second], system: [] }),
    ).toEqual([
      {
        kind: 'same-axis',
        axis: 'cost-availability',
        recordId: 'a-1',
        otherId: 'a-2',
      },
    ]);
    const naming = record({
      id: 'a-2',
      links: [{ kind: 'supersedes', target: 'docs/decisions/a-1.md' }],
    });
    expect(
      recordContradictions({ own: [record(), naming], system: [] }),
    ).toEqual([]);
  });

  it("finds a position that silently overrides the system's", () => {
    const ofSystem = record({ id: 's-1' });
    const other = record({
      tradeoffs: [{ ...record().tradeoffs[0], position: 2 }],
    });
    expect(
      recordContradictions({ own: [other], system: [ofSystem] }).map(
        entry => entry.kind,
      ),
    ).toEqual(['overrides-system']);
    expect(
      recordContradictions({ own: [record()], system: [ofSystem] }),
    ).toEqual([]);
  });
});

describe('supersessionCycles', () => {
  it('finds each cycle once, and none in a chain', () => {
    expect(
      supersessionCycles([
        { id: 'c', supersedes: ['a'] },
        { id: 'b', supersedes: ['c'] },
        { id: 'a', supersedes: ['b'] },
        { id: 'd', supersedes: ['a'] },
      ]),
    ).toEqual([['a', 'b', 'c']]);
    expect(
      supersessionCycles(
        Array.from({ length: 20_000 }, (_, index) => ({
          id: `${index}`,
          supersedes: [`${index + 1}`],
        })),
      ),
    ).toEqual([]);
  });
});
