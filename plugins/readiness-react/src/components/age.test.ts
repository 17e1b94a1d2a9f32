import { ageOf } from './age';

const now = Date.parse('2026-11-23T14:05:00Z');

describe('ageOf', () => {
  it.each([
    ['2026-11-23T14:04:30Z', { unit: 'now' }],
    ['2026-11-23T14:02:00Z', { unit: 'minutes', count: 3 }],
    ['2026-11-23T11:04:00Z', { unit: 'hours', count: 3 }],
    ['2026-11-22T11:04:00Z', { unit: 'hours', count: 27 }],
    ['2026-11-14T08:20:00Z', { unit: 'days', count: 9 }],
    ['2026-05-04T00:00:00Z', { unit: 'date' }],
  ])('says how old %s is', (moment, age) => {
    expect(ageOf(moment, now)).toEqual(age);
  });

  it('takes a clock that is a little behind for the present', () => {
    expect(ageOf('2026-11-23T14:05:20Z', now)).toEqual({ unit: 'now' });
  });

  it('gives a date for what lies ahead and for what is none', () => {
    expect(ageOf('2026-12-23T14:05:20Z', now)).toEqual({ unit: 'date' });
    expect(ageOf('soon', now)).toEqual({ unit: 'date' });
  });
});
