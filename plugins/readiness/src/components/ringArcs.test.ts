import { applicable, ringArcs } from './ringArcs';

const none = {
  pass: 0,
  fail: 0,
  unknown: 0,
  'not-applicable': 0,
  accepted: 0,
};

function sum(dashArray: string): number {
  return dashArray
    .split(' ')
    .map(Number)
    .reduce((total, length) => total + length, 0);
}

describe('ringArcs', () => {
  it('draws in one order and leaves out what does not apply', () => {
    const arcs = ringArcs({
      pass: 52,
      accepted: 2,
      unknown: 1,
      fail: 5,
      'not-applicable': 9,
    });
    expect(arcs.map(arc => arc.status)).toEqual([
      'pass',
      'accepted',
      'unknown',
      'fail',
    ]);
    expect(arcs.map(arc => arc.dashOffset)).toEqual([0, -52, -54, -55]);
  });

  it('goes once around the circle with each pattern', () => {
    const counts = { ...none, pass: 30, accepted: 4, unknown: 12, fail: 14 };
    for (const arc of ringArcs(counts)) {
      expect(sum(arc.dashArray)).toBeCloseTo(60, 1);
    }
  });

  it('closes the circle where there is one status alone', () => {
    expect(ringArcs({ ...none, pass: 7 })).toEqual([
      { status: 'pass', dashArray: '7 0', dashOffset: 0 },
    ]);
  });

  it('hatches what is unknown', () => {
    const [arc] = ringArcs({ ...none, unknown: 10 });
    expect(arc.dashArray.split(' ').length).toBeGreaterThan(4);
  });

  it('draws nothing where nothing applies', () => {
    expect(ringArcs({ ...none, 'not-applicable': 3 })).toEqual([]);
    expect(applicable({ ...none, 'not-applicable': 3 })).toBe(0);
  });
});
