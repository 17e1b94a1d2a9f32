import { NamePattern } from './NamePattern';

describe('NamePattern', () => {
  it.each([
    ['payments', 'payments', true],
    ['payments', 'payments-eu', false],
    ['*', '', true],
    ['staging-*', 'staging-eu', true],
    ['staging-*', 'prod-staging-eu', false],
    ['*-eu-*', 'a-eu-b', true],
    ['*-eu-*', 'a-eu', false],
    ['a*a', 'a', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a.c', 'abc', false],
  ])('%s, %s: %s', (pattern, name, expected) => {
    expect(new NamePattern(pattern).matches(name)).toBe(expected);
  });
});
