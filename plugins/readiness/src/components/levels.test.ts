import { levelGlyphName, levelRank, levelTone } from './levels';

const levels = [
  { id: 'bronze', title: 'Bronze' },
  { id: 'silver', title: 'Silver' },
  { id: 'gold', title: 'Gold' },
  { id: 'diamond', title: 'Diamond' },
];

describe('levels', () => {
  it('ranks from the lowest, and takes what it does not know for none', () => {
    expect(levelRank(levels, 'bronze')).toBe(1);
    expect(levelRank(levels, 'gold')).toBe(3);
    expect(levelRank(levels, 'none')).toBe(0);
    expect(levelRank(levels, 'removed')).toBe(0);
  });

  it('shows what is above the third as the third', () => {
    expect(levelTone(4)).toBe('gold');
    expect(levelGlyphName(4)).toBe('level-3');
    expect(levelTone(0)).toBe('none');
    expect(levelGlyphName(0)).toBe('level-0');
  });
});
