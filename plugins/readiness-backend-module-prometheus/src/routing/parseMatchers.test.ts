import fc from 'fast-check';
import type { LabelMatcher } from './LabelMatcher';
import { parseClassicMatchers } from './parseClassicMatchers';
import { parseMatchers } from './parseMatchers';
import { parseUtf8Matchers } from './parseUtf8Matchers';

function plain(matchers: LabelMatcher[]): string[][] {
  return matchers.map(({ name, operator, value }) => [name, operator, value]);
}

describe('parseClassicMatchers', () => {
  it.each<[string, string[][]]>([
    ['foo=bar', [['foo', '=', 'bar']]],
    [' foo = "bar" ', [['foo', '=', 'bar']]],
    [
      '{foo="bar",baz!=qux}',
      [
        ['foo', '=', 'bar'],
        ['baz', '!=', 'qux'],
      ],
    ],
    [
      'foo=~"a|b", bar!~c.*,',
      [
        ['foo', '=~', 'a|b'],
        ['bar', '!~', 'c.*'],
      ],
    ],
    ['foo="a,b"', [['foo', '=', 'a,b']]],
    ['foo="say \\"hi, you\\""', [['foo', '=', 'say "hi, you"']]],
    ['foo=""', [['foo', '=', '']]],
    ['foo=', [['foo', '=', '']]],
    ['code=~"5\\d\\d"', [['code', '=~', '5\\d\\d']]],
    ['foo="a\\nb\\\\c"', [['foo', '=', 'a\nb\\c']]],
    ['foo=a\\', [['foo', '=', 'a\\']]],
    ['foo=!x', [['foo', '=', '!x']]],
    ['', []],
    ['{}', []],
  ])('reads %s', (text, expected) => {
    expect(plain(parseClassicMatchers(text))).toEqual(expected);
  });

  it.each([
    'foo',
    '=bar',
    'foo=a"b',
    'foo="bar',
    '"foo"="bar"',
    'a=b,,c=d',
    'é=x',
  ])('refuses %s', text => {
    expect(() => parseClassicMatchers(text)).toThrow(/^matcher /);
  });
});

describe('parseUtf8Matchers', () => {
  it.each<[string, string[][]]>([
    ['foo=bar', [['foo', '=', 'bar']]],
    [
      '{foo="bar", "with space"!="x",}',
      [
        ['foo', '=', 'bar'],
        ['with space', '!=', 'x'],
      ],
    ],
    ['"foo.bar"=~"a|b"', [['foo.bar', '=~', 'a|b']]],
    ['größe!~klein', [['größe', '!~', 'klein']]],
    [
      'foo="\\u00e9\\t\\x41\\xc3\\xa9\\101\\U0001F642"',
      [['foo', '=', 'é\tAéA🙂']],
    ],
    ['{}', []],
    ['', []],
  ])('reads %s', (text, expected) => {
    expect(plain(parseUtf8Matchers(text))).toEqual(expected);
  });

  it.each([
    'foo',
    'foo=',
    '{foo=bar',
    'foo=bar}',
    'foo=bar baz=qux',
    'foo="bar',
    "foo='bar'",
    'foo="\\d"',
    'foo="\\xff"',
    'foo="\\ud800"',
    'foo=bar,,',
    '{,}',
    'foo~bar',
  ])('refuses %s', text => {
    expect(() => parseUtf8Matchers(text)).toThrow(/^matcher /);
  });
});

describe('parseMatchers', () => {
  it('lets the classic reading decide where both are possible', () => {
    const text = 'foo="\\x41"';
    expect(plain(parseUtf8Matchers(text))).toEqual([['foo', '=', 'A']]);
    expect(plain(parseMatchers(text))).toEqual([['foo', '=', '\\x41']]);
  });

  it('reads names in quotes', () => {
    expect(plain(parseMatchers('"foo.bar"="baz"'))).toEqual([
      ['foo.bar', '=', 'baz'],
    ]);
  });

  it('names a regular expression that is none', () => {
    expect(() => parseMatchers('foo=~"(a"')).toThrow(
      'is no regular expression',
    );
  });

  it('anchors expressions, and reads them as RE2 does', () => {
    const [matcher] = parseMatchers('foo=~"a|b+"');
    expect(['a', 'bbb', 'ab', 'xa', ''].map(matcher.matches)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(parseMatchers('foo=~"(?i)AB"')[0].matches('ab')).toBe(true);
    expect(() => parseMatchers('foo=~"(?=a)"')).toThrow(
      'is no regular expression',
    );
  });

  it('does not stall on an expression that backtracks elsewhere', () => {
    const [matcher] = parseMatchers('foo=~"(a+)+b"');
    expect(matcher.matches('a'.repeat(5_000))).toBe(false);
  });

  it('reads back whatever Alertmanager prints', () => {
    const escape = (value: string) =>
      value
        .replaceAll('\\', '\\\\')
        .replaceAll('\n', '\\n')
        .replaceAll('"', '\\"');
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            name: fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,8}$/),
            operator: fc.constantFrom('=', '!='),
            value: fc.oneof(
              fc.string({ unit: 'grapheme' }),
              fc.stringMatching(/^[\\",{}=~\n a]{0,6}$/),
            ),
          }),
          { maxLength: 4 },
        ),
        matchers => {
          const printed = matchers
            .map(m => `${m.name}${m.operator}"${escape(m.value)}"`)
            .join(',');
          expect(plain(parseMatchers(`{${printed}}`))).toEqual(
            matchers.map(m => [m.name, m.operator, m.value]),
          );
        },
      ),
    );
  });
});
