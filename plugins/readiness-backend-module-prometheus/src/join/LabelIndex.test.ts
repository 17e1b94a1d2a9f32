import { LabelIndex } from './LabelIndex';

describe('LabelIndex', () => {
  const index = new LabelIndex(
    [
      {
        id: 1,
        labels: [
          ['a', 'x'],
          ['b', 'y'],
        ] as const,
      },
      {
        id: 2,
        labels: [
          ['a', 'x'],
          ['a', 'z'],
        ] as const,
      },
      { id: 3, labels: [['a', 'z']] as const },
    ],
    ({ labels }) => labels,
  );
  const find = (...pairs: Array<[string, string]>) =>
    index.find(pairs).map(({ id }) => id);

  it('finds what has all of the labels', () => {
    expect(find(['a', 'x'])).toEqual([1, 2]);
    expect(find(['a', 'x'], ['b', 'y'])).toEqual([1]);
    expect(find(['a', 'x'], ['a', 'z'])).toEqual([2]);
    expect(find(['a', 'x'], ['b', 'z'])).toEqual([]);
  });

  it('finds nothing by no label', () => {
    expect(find()).toEqual([]);
  });
});
