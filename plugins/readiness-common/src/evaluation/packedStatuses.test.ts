import { diffStatuses, packStatuses, unpackStatuses } from './packedStatuses';

describe('packed statuses', () => {
  it('keep statuses and drift', () => {
    const packed = packStatuses([
      'pass',
      { status: 'fail', drift: true },
      'unknown',
      'not-applicable',
      'accepted',
    ]);
    expect(packed).toBe('pFuna');
    expect(packStatuses(unpackStatuses(packed))).toBe(packed);
    expect(unpackStatuses('F')).toEqual([{ status: 'fail', drift: true }]);
  });

  it('are unknown where they cannot be read', () => {
    expect(unpackStatuses('?')).toEqual([{ status: 'unknown', drift: false }]);
  });

  it('tell what changed, also where the columns did', () => {
    expect(
      diffStatuses(['a', 'b', 'gone'], 'pFu', ['new', 'b', 'a'], 'ffu'),
    ).toEqual([
      { check: 'new', to: 'fail' },
      { check: 'a', from: 'pass', to: 'unknown' },
      { check: 'gone', from: 'unknown' },
    ]);
    expect(diffStatuses(['a'], 'p', ['a'], 'P')).toEqual([]);
  });
});
