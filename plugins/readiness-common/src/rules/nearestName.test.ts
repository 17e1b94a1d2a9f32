import { nearestName } from './nearestName';

describe('nearestName', () => {
  it.each([
    ['replica', 'replicas'],
    ['Replicas', 'replicas'],
    ['repilcas', 'replicas'],
    ['readyness-probe', 'readiness-probe'],
    ['x', undefined],
    ['something-else', undefined],
  ])('takes %s for %s', (name, expected) => {
    expect(nearestName(name, ['replicas', 'readiness-probe'])).toBe(expected);
  });
});
