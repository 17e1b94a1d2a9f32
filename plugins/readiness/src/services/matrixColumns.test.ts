import { checklist } from '../../dev/fleet';
import { CHECK_WIDTH, FOLDED_WIDTH, matrixColumns } from './matrixColumns';

const all = matrixColumns(checklist, { folded: [], hidden: [] });

describe('matrixColumns', () => {
  it('gives each check a column, in the order of the packed statuses', () => {
    expect(all.leaves).toHaveLength(checklist.columns.length);
    expect(all.leaves.flatMap(leaf => [...leaf.indices])).toEqual(
      checklist.columns.map((_column, index) => index),
    );
  });

  it('places columns side by side without a gap', () => {
    let left = 0;
    for (const leaf of all.leaves) {
      expect(leaf.left).toBe(left);
      expect(leaf.width).toBeGreaterThanOrEqual(CHECK_WIDTH);
      left += leaf.width;
    }
    expect(all.width).toBe(left);
  });

  it('covers its columns with each question', () => {
    for (const span of all.spans) {
      const leaves = all.leaves.slice(span.from, span.to + 1);
      expect(leaves[0].left).toBe(span.left);
      expect(leaves.reduce((sum, leaf) => sum + leaf.width, 0)).toBe(
        span.width,
      );
      expect(leaves.map(leaf => leaf.first)).toEqual(
        leaves.map((_leaf, index) => index === 0),
      );
    }
  });

  it('folds a question to one column that stands for all its checks', () => {
    const { leaves, spans } = matrixColumns(checklist, {
      folded: ['least-privilege'],
      hidden: [],
    });
    const leaf = leaves.find(({ key }) => key === 'least-privilege');
    expect(leaf).toMatchObject({ kind: 'question', width: FOLDED_WIDTH });
    expect(leaf?.indices).toHaveLength(9);
    expect(leaves).toHaveLength(checklist.columns.length - 8);
    expect(
      spans.filter(span => span.folded).map(span => span.question.id),
    ).toEqual(['least-privilege']);
  });

  it('leaves out hidden checks, and questions without any left', () => {
    const { leaves, spans } = matrixColumns(checklist, {
      folded: [],
      hidden: ['tradeoffs-recorded', 'design-covered', 'replicas'],
    });
    expect(leaves[0].key).toBe('stateless');
    expect(leaves[0].indices).toEqual([1]);
    expect(spans.some(span => span.question.id === 'design')).toBe(false);
  });

  it('gives a lone check the room that its question needs to be read', () => {
    const { leaves } = matrixColumns(checklist, {
      folded: [],
      hidden: ['design-covered'],
    });
    expect(leaves[leaves.length - 1].width).toBeGreaterThan(CHECK_WIDTH);
  });
});
