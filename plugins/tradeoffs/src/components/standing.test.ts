import { daysUntil, reviewNoteOf, standingOf } from './standing';

const now = Date.parse('2026-11-23T14:05:00Z');

describe('standingOf', () => {
  it.each([
    ['unparsable', 'none', 'broken'],
    ['accepted', 'contradicted', 'contradicted'],
    ['accepted', 'unknown', 'in-force'],
    // Only a record in force can be contradicted.
    ['superseded', 'contradicted', 'superseded'],
    ['draft', 'none', 'draft'],
  ] as const)('%s and %s is %s', (status, state, standing) => {
    expect(standingOf({ status, state })).toBe(standing);
  });
});

describe('daysUntil', () => {
  it('counts whole days of the calendar', () => {
    expect(daysUntil('2026-11-30', now)).toBe(7);
    expect(daysUntil('2026-11-23', now)).toBe(0);
    expect(daysUntil('2026-11-11', now)).toBe(-12);
    expect(daysUntil('2026-12-14T23:59:59.999Z', now)).toBe(21);
  });
});

describe('reviewNoteOf', () => {
  it.each([
    ['2026-11-11', { kind: 'overdue', days: 12 }],
    ['2026-11-23', { kind: 'soon', days: 0 }],
    ['2026-12-07', { kind: 'soon', days: 14 }],
    ['2026-12-14', { kind: 'later', due: '2026-12-14' }],
  ])('due %s', (due, note) => {
    expect(
      reviewNoteOf(
        { status: 'accepted', review: { due, overdue: false } },
        now,
      ),
    ).toEqual(note);
  });

  it('says nothing of a record that is not in force', () => {
    expect(
      reviewNoteOf(
        { status: 'superseded', review: { due: '2020-01-01', overdue: true } },
        now,
      ),
    ).toBeUndefined();
  });
});
