import { isInRecordFolder, isRecordName } from './recordFiles';

describe('isRecordName', () => {
  it.each(['docs/adr/0001-x.md', 'a.MARKDOWN', 'adr/templates.md'])(
    'takes %s',
    path => expect(isRecordName(path)).toBe(true),
  );

  it.each([
    'docs/adr/README.md',
    'adr/adr-template.md',
    'adr/x.txt',
    'index.md',
  ])('leaves %s', path => expect(isRecordName(path)).toBe(false));
});

describe('isInRecordFolder', () => {
  it('finds the folders at any depth, by whole names', () => {
    expect(isInRecordFolder('docs/decisions/a.md')).toBe(true);
    expect(isInRecordFolder('services/cart/doc/adr/2026/a.md')).toBe(true);
    expect(isInRecordFolder('cadr/a.md')).toBe(false);
    expect(isInRecordFolder('docs/adr.md')).toBe(false);
    expect(isInRecordFolder('choices/a.md', ['choices'])).toBe(true);
  });
});
