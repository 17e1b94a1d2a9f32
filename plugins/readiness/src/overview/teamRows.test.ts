import type { RollupGroup } from '@airworthy/plugin-readiness-common';
import { signed, sortGroups } from './teamRows';

function group(key: string, passRate: number, more: Partial<RollupGroup> = {}) {
  return {
    key,
    services: 1,
    levels: {},
    counts: { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0, accepted: 0 },
    passRate,
    nearNext: 0,
    ...more,
  } satisfies RollupGroup;
}

describe('sortGroups', () => {
  const groups = [
    group('group:default/zeta', 0.5),
    group('', 0.1),
    group('group:default/gone', 0.2, { exists: false }),
    group('group:default/alpha', 0.9, { services: 7 }),
    group('group:default/beta', 0.5),
  ];
  const keys = (sort: 'rate' | 'name' | 'services', descending = false) =>
    sortGroups(groups, sort, descending).map(({ key }) => key.split('/')[1]);

  it('orders by rate, equal ones by name, and those of nobody last', () => {
    expect(keys('rate')).toEqual(['beta', 'zeta', 'alpha', undefined, 'gone']);
    expect(keys('rate', true)).toEqual([
      'alpha',
      'beta',
      'zeta',
      'gone',
      undefined,
    ]);
  });

  it('orders by name and by number', () => {
    expect(keys('name', true).slice(0, 3)).toEqual(['zeta', 'beta', 'alpha']);
    expect(keys('services', true)[0]).toBe('alpha');
  });
});

describe('signed', () => {
  it.each([
    [2.4, '+2'],
    [-1, '−1'],
    [0.2, '0'],
    [-0.2, '0'],
  ])('writes %s as %s', (change, text) => {
    expect(signed(change)).toBe(text);
  });
});
