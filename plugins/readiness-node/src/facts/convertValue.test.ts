import { convertValue } from './convertValue';

describe('convertValue', () => {
  it.each([
    ['bool', true, true],
    ['bool', 'false', false],
    ['int', 3, 3],
    ['int', '3', 3],
    ['double', '2.5', 2.5],
    ['string', 'a', 'a'],
    ['string', 3, '3'],
    ['timestamp', '2026-11-02', '2026-11-02T00:00:00.000Z'],
    ['strings', ['a', 'b'], ['a', 'b']],
    ['strings', 'a, b,', ['a', 'b']],
  ] as const)('takes as %s: %j', (type, value, expected) => {
    expect(
      convertValue(type, typeof value === 'object' ? [...value] : value),
    ).toEqual({ value: expected });
  });

  it.each([
    ['bool', 'yes', 'is "yes" where true or false belongs'],
    ['int', 2.5, 'is 2.5 where a whole number belongs'],
    ['int', '', 'is "" where a whole number belongs'],
    ['double', 'much', 'is "much" where a number belongs'],
    ['string', { a: 1 }, 'is {"a":1} where a text belongs'],
    ['timestamp', 'soon', 'is "soon" where a time in ISO 8601 belongs'],
    ['strings', [1], 'is [1] where a list of texts belongs'],
  ] as const)('refuses as %s: %j', (type, value, refusal) => {
    expect(convertValue(type, JSON.parse(JSON.stringify(value)))).toEqual({
      refusal,
    });
  });
});
