import { parseLabelSelector, readLabelSelector } from './labelSelector';

const LABELS = { app: 'shop', tier: 'web' };

describe('readLabelSelector', () => {
  it.each([
    [{}, true],
    [{ matchLabels: {} }, true],
    [{ matchLabels: { app: 'shop' } }, true],
    [{ matchLabels: { app: 'shop', zone: 'a' } }, false],
    [
      {
        matchExpressions: [
          { key: 'app', operator: 'In', values: ['a', 'shop'] },
        ],
      },
      true,
    ],
    [
      { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['a'] }] },
      true,
    ],
    [
      { matchExpressions: [{ key: 'gone', operator: 'NotIn', values: ['a'] }] },
      true,
    ],
    [{ matchExpressions: [{ key: 'gone', operator: 'DoesNotExist' }] }, true],
    [
      {
        matchExpressions: [{ key: 'app', operator: 'Like', values: ['shop'] }],
      },
      false,
    ],
    [
      {
        matchLabels: { app: 'shop' },
        matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }],
      },
      false,
    ],
    // As a Service writes it.
    [{ app: 'shop' }, true],
    [{ app: 'other' }, false],
  ])('%j: %s', (selector, expected) => {
    expect(readLabelSelector(selector)?.(LABELS)).toBe(expected);
  });

  it('is none where there is none', () => {
    expect(readLabelSelector(undefined)).toBeUndefined();
    expect(readLabelSelector(null)).toBeUndefined();
  });
});

describe('parseLabelSelector', () => {
  it.each([
    ['app=shop', true],
    ['app == shop, tier!=db', true],
    ['app in (a, shop),tier notin (db)', true],
    ['app,!gone', true],
    ['!app', false],
    ['zone', false],
    ['tier in (db)', false],
  ])('%s: %s', (text, expected) => {
    expect(parseLabelSelector(text)?.(LABELS)).toBe(expected);
  });

  it.each(['app in shop', 'a b', '', 'app=shop,'])('refuses "%s"', text => {
    expect(parseLabelSelector(text)).toBeUndefined();
  });
});
