import { expect, it } from 'vitest';
import { averageStars } from '../src/reviews.js';

it('has no average without reviews', () => {
  expect(averageStars([])).toBeUndefined();
});

it('averages the stars', () => {
  expect(averageStars([{ stars: 5 }, { stars: 2 }])).toBe(3.5);
});
