import { expect, it } from 'vitest';
import { priceText } from '../src/price';

it('shows euros', () => {
  expect(priceText(129900)).toBe('€1,299.00');
});
