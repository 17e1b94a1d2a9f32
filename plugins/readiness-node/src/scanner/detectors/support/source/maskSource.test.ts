import * as fc from 'fast-check';
import { maskSource, type Syntax } from './maskSource';

describe('maskSource', () => {
  it.each<[Syntax, string, string, string]>([
    ['javascript', "a('x') // b", "a('x')     ", "a(' ')     "],
    [
      'javascript',
      'a(/* b */ `c${d}`)',
      'a(        `c${d}`)',
      'a(        `     `)',
    ],
    ['javascript', "x = /'/; y = 'z'", "x = /'/; y = 'z'", "x = / /; y = ' '"],
    ['javascript', "url = 'http://a'", "url = 'http://a'", "url = '        '"],
    ['javascript', 'a / b / c', 'a / b / c', 'a / b / c'],
    [
      'python',
      'a = """b\n# c""" # d',
      'a = """b\n# c"""    ',
      'a = """ \n   """    ',
    ],
    [
      'rust',
      "fn a<'b>(c: &'b str) {} // d",
      "fn a<'b>(c: &'b str) {}     ",
      "fn a<'b>(c: &'b str) {}     ",
    ],
    ['go', 'a := `x"y` // "', 'a := `x"y`     ', 'a := `   `     '],
    ['terraform', 'a = "#b" # c', 'a = "#b"    ', 'a = "  "    '],
  ])('%s: %s', (syntax, text, code, skeleton) => {
    expect(maskSource(text, syntax)).toEqual({ code, skeleton });
  });

  it('keeps length and line breaks whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '"',
            "'",
            '`',
            '/',
            '*',
            '#',
            '\\',
            '\n',
            'a',
            ' ',
            '(',
          ),
        }),
        fc.constantFrom<Syntax>(
          'javascript',
          'python',
          'go',
          'java',
          'ruby',
          'rust',
        ),
        (text, syntax) => {
          const masked = maskSource(text, syntax);
          for (const form of [masked.code, masked.skeleton]) {
            expect(form).toHaveLength(text.length);
            expect(form.split('\n').map(line => line.length)).toEqual(
              text.split('\n').map(line => line.length),
            );
          }
        },
      ),
    );
  });
});
