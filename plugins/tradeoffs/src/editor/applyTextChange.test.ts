import { applyTextChange, shownText } from './applyTextChange';

describe('applyTextChange', () => {
  it.each(['', 'a', 'a\nb\n', 'a\r\nb\r\n', 'a\r\nb\nc\rd', '\r\n\r\n'])(
    'leaves %j as it is where nothing was edited',
    text => {
      expect(applyTextChange(text, shownText(text))).toBe(text);
    },
  );

  it('keeps the line ends around a change, and gives new lines the same', () => {
    expect(
      applyTextChange('one\r\ntwo\r\nend\n', 'one\ntwo\nthree\nend\n'),
    ).toBe('one\r\ntwo\r\nthree\r\nend\n');
  });

  it('takes lines out', () => {
    expect(applyTextChange('a\r\nb\r\nc\r\n', 'a\nc\n')).toBe('a\r\nc\r\n');
  });

  it('writes over everything', () => {
    expect(applyTextChange('aaa', 'aa')).toBe('aa');
    expect(applyTextChange('a\r\n', '')).toBe('');
    expect(applyTextChange('', 'x\ny')).toBe('x\ny');
  });
});
