import { diffTexts } from './diffTexts';

const numbered = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix} ${index}\n`).join('');

describe('diffTexts', () => {
  it('is empty where nothing differs', () => {
    expect(diffTexts('a\nb\n', 'a\nb\n')).toEqual([]);
  });

  it('tells lines with their places and some around them', () => {
    expect(diffTexts('a\nb\nc\nd\n', 'a\nx\nc\nd\n', { context: 1 })).toEqual([
      {
        fromLine: 1,
        toLine: 1,
        lines: [
          { kind: 'same', text: 'a' },
          { kind: 'removed', text: 'b' },
          { kind: 'added', text: 'x' },
          { kind: 'same', text: 'c' },
        ],
      },
    ]);
  });

  it('takes the missing end of the last line for no line', () => {
    const [hunk] = diffTexts('a', 'b');
    expect(hunk.lines).toEqual([
      { kind: 'removed', text: 'a' },
      { kind: 'added', text: 'b' },
    ]);
  });

  it('counts line ends', () => {
    expect(diffTexts('a\r\n', 'a\n')[0].lines).toHaveLength(2);
  });

  it('takes texts without anything in common for a replacement', () => {
    const [hunk, ...others] = diffTexts(
      numbered(1500, 'before'),
      numbered(1500, 'after'),
    );
    expect(others).toEqual([]);
    expect(hunk.lines).toHaveLength(3000);
    expect(hunk.lines[0]).toEqual({ kind: 'removed', text: 'before 0' });
  });
});
