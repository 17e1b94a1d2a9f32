import {
  countStatuses,
  scoreOf,
  standingAmong,
  worstStatus,
} from './aggregates';
import type { Status } from './types';

function standing(...checks: Array<[Status, number]>) {
  return standingAmong(
    3,
    checks.map(([status, levelIndex]) => ({ status, check: { levelIndex } })),
  );
}

describe('aggregates', () => {
  it('score passes among what applies', () => {
    const score = (statuses: Status[]) => scoreOf(countStatuses(statuses));
    expect(score(['pass', 'fail', 'unknown', 'accepted'])).toBe(0.25);
    expect(score(['pass', 'not-applicable'])).toBe(1);
    expect(score(['not-applicable'])).toBe(0);
    expect(score([])).toBe(0);
  });

  it.each<[Status[], Status]>([
    [['pass', 'accepted', 'unknown', 'fail'], 'fail'],
    [['pass', 'accepted', 'unknown'], 'unknown'],
    [['pass', 'accepted', 'not-applicable'], 'accepted'],
    [['pass', 'not-applicable'], 'pass'],
    [['not-applicable'], 'not-applicable'],
    [[], 'not-applicable'],
  ])('take the worst of %p', (statuses, expected) => {
    expect(worstStatus(statuses)).toBe(expected);
  });

  it('hold a level where all up to it pass or are accepted', () => {
    expect(standing(['pass', 0], ['accepted', 1], ['fail', 2])).toEqual({
      held: 1,
      next: 2,
      levels: [
        { held: true, toGo: 0 },
        { held: true, toGo: 0 },
        { held: false, toGo: 1 },
      ],
    });
    expect(standing(['unknown', 0], ['pass', 1], ['fail', 2])).toMatchObject({
      held: -1,
      next: 0,
      levels: [{ toGo: 1 }, { toGo: 1 }, { toGo: 2 }],
    });
    expect(standing(['pass', 0])).toMatchObject({ held: 2 });
    expect(standing(['pass', 0]).next).toBeUndefined();
  });

  it('hold no level where nothing passes', () => {
    expect(standing(['accepted', 0], ['not-applicable', 1])).toMatchObject({
      held: -1,
    });
    expect(standing(['not-applicable', 0], ['pass', 1])).toMatchObject({
      held: 2,
      levels: [{ held: false }, { held: true }, { held: true }],
    });
  });
});
