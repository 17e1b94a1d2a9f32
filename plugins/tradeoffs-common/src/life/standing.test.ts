import { parseRecord } from '../format/parseRecord';
import { recordMeaning } from '../format/recordMeaning';
import type { TradeoffRecord } from '../model/types';
import { judgeAcceptances, type RecordStanding } from './acceptanceStates';
import {
  judgeAssumption,
  spanMilliseconds,
  worstAssumption,
} from './assumptionStates';
import { brokenPromises } from './dependencyPromises';

function record(options: {
  id?: string;
  status?: string;
  measure?: string;
  accepts?: string;
  body?: string;
}): TradeoffRecord {
  const text = `---
status: ${options.status ?? 'accepted'}
date: 2026-03-14
last_reviewed_on: 2026-03-14
review_in: 6 months
airworthy:
  schemaVersion: 1
  id: ${options.id ?? 'a'}
  tradeoffs:
    - axis: cost-availability
      position: -1
      scenario: { responseMeasure: "${options.measure ?? 'RTO 4h'}" }
  accepts: ${options.accepts ?? '[{ check: replicas, until: 2026-07-31 }]'}
---
# One zone
${options.body ?? 'Text.'}
`;
  const parsed = parseRecord({ file: 'a.md', text });
  if (!parsed.record) {
    throw new Error(JSON.stringify(parsed.problems));
  }
  return parsed.record;
}

const standing: RecordStanding = {
  confirmed: true,
  superseded: false,
  contradicted: false,
  now: Date.parse('2026-07-31T23:59:59.000Z'),
};

describe('judgeAcceptances', () => {
  const stateOf = (
    changed: Partial<RecordStanding>,
    given: TradeoffRecord = record({}),
  ) => judgeAcceptances(given, { ...standing, ...changed })[0];

  it('counts until the end of its day', () => {
    expect(stateOf({})).toEqual({
      check: 'replicas',
      until: '2026-07-31T23:59:59.999Z',
      endedBy: 'until',
      state: 'counts',
      reason: 'Until 2026-07-31.',
    });
    expect(
      stateOf({ now: Date.parse('2026-08-01T00:00:00.000Z') }),
    ).toMatchObject({ state: 'lapsed', reason: 'It ended on 2026-07-31.' });
  });

  it('says what it waits for, and what ended it', () => {
    expect(stateOf({ confirmed: false }).state).toBe('awaiting-confirmation');
    expect(stateOf({ superseded: true }).state).toBe('superseded');
    expect(stateOf({ contradicted: true }).state).toBe('contradicted');
    expect(stateOf({}, record({ status: 'proposed' })).state).toBe(
      'not-in-force',
    );
    expect(stateOf({}, record({ status: 'superseded by b' })).state).toBe(
      'superseded',
    );
  });

  it('counts nothing for ever', () => {
    const text = record({ accepts: '[{ check: replicas }]' });
    expect(stateOf({}, text)).toMatchObject({
      state: 'counts',
      endedBy: 'review',
      until: '2026-09-14T23:59:59.999Z',
    });
    expect(stateOf({}, { ...text, reviewIn: undefined }).state).toBe(
      'without-end',
    );
  });
});

describe('judgeAssumption', () => {
  it('contradicts after its span and not before', () => {
    const at = (now: number) =>
      judgeAssumption({
        outcome: 'false',
        falseSince: 1_000,
        forMs: spanMilliseconds('2m'),
        now,
      });
    expect(at(120_999)).toBe('holds');
    expect(at(121_000)).toBe('contradicted');
  });

  it('takes nothing unknown for true or false', () => {
    expect(
      judgeAssumption({
        outcome: 'unknown',
        falseSince: 0,
        forMs: 0,
        now: 1_000,
      }),
    ).toBe('unknown');
    expect(worstAssumption(['holds', 'unknown'])).toBe('unknown');
    expect(worstAssumption(['unknown', 'contradicted'])).toBe('contradicted');
    expect(worstAssumption(['holds'])).toBe('holds');
    expect(worstAssumption([])).toBe('none');
  });

  it.each([
    ['24h', 86_400_000],
    ['30s', 30_000],
    ['7d', 604_800_000],
    [undefined, 0],
    ['soon', 0],
  ])('reads %s', (span, milliseconds) => {
    expect(spanMilliseconds(span)).toBe(milliseconds);
  });
});

describe('brokenPromises', () => {
  it('finds a promise that its dependency cannot keep', () => {
    expect(
      brokenPromises({
        own: [record({ id: 'checkout', measure: 'RTO 1h, RPO 5 minutes' })],
        dependencies: [
          record({ id: 'payments', measure: 'RTO of 4 hours, RPO 300 s' }),
        ],
      }),
    ).toEqual([
      {
        measure: 'RTO',
        recordId: 'checkout',
        promise: 'RTO 1h',
        otherId: 'payments',
        accepts: 'RTO of 4 hours',
      },
    ]);
  });

  it('holds nobody to what is not in force', () => {
    expect(
      brokenPromises({
        own: [record({ measure: 'RTO 1h' })],
        dependencies: [record({ status: 'proposed', measure: 'RTO 4h' })],
      }),
    ).toEqual([]);
  });
});

describe('recordMeaning', () => {
  it('stays where white space alone changed, and not where a word did', () => {
    const meaning = recordMeaning(record({ body: 'One  zone\n\nis enough.' }));
    expect(recordMeaning(record({ body: 'One zone is\nenough.' }))).toBe(
      meaning,
    );
    expect(recordMeaning(record({ body: 'Two zones are enough.' }))).not.toBe(
      meaning,
    );
    expect(
      recordMeaning(
        record({
          body: 'One zone is enough.',
          accepts: '[{ check: replicas, until: 2027-07-31 }]',
        }),
      ),
    ).not.toBe(meaning);
  });
});
