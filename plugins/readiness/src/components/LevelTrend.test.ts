import { levelLabels, trendTicks } from './LevelTrend';

const levels = [
  { id: 'gold', title: 'Gold', rank: 3 },
  { id: 'silver', title: 'Silver', rank: 2 },
  { id: 'bronze', title: 'Bronze', rank: 1 },
  { id: 'none', title: 'No level', rank: 0 },
];

describe('levelLabels', () => {
  it('stands each name beside the middle of its area, the highest lowest', () => {
    const places = levelLabels(levels, {
      gold: 25,
      silver: 25,
      bronze: 25,
      none: 25,
    }).map(label => label.place);
    expect(places).toEqual([0.875, 0.625, 0.375, 0.125]);
  });

  it('keeps names of thin areas from running into each other', () => {
    const places = levelLabels(levels, {
      gold: 1,
      silver: 1,
      bronze: 97,
      none: 1,
    }).map(label => label.place);
    expect(places[0] - places[1]).toBeGreaterThan(0.05);
  });

  it('names no level that nobody holds', () => {
    const labels = levelLabels(levels, { gold: 0, silver: 3 });
    expect(labels.map(label => label.id)).toEqual(['silver']);
  });
});

describe('trendTicks', () => {
  it('marks both ends and two moments between', () => {
    expect(trendTicks([1, 2, 3, 4, 5, 6, 7])).toEqual([1, 3, 5, 7]);
    expect(trendTicks([1, 2])).toEqual([1, 2]);
  });
});
