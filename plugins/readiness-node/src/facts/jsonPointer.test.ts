import { resolveJsonPointer } from './jsonPointer';

const DOCUMENT = { a: [{ 'b/c': 1, 'd~e': null }], '': { x: 2 } };

describe('resolveJsonPointer', () => {
  it.each([
    ['', DOCUMENT],
    ['/a/0/b~1c', 1],
    ['/a/0/d~0e', null],
    ['//x', 2],
    ['/a/1', undefined],
    ['/a/-', undefined],
    ['/a/00', undefined],
    ['/a/length', undefined],
    ['/constructor', undefined],
    ['/a/0/b~1c/z', undefined],
  ])('%s', (pointer, expected) => {
    expect(resolveJsonPointer(DOCUMENT, pointer)).toEqual(expected);
  });
});
