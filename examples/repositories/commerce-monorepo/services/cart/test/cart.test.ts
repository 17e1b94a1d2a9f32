import { expect, it } from 'vitest';
import { withLine } from '../src/cart.js';

it('adds to what is there', () => {
  expect(withLine([{ sku: 'a', quantity: 1 }], { sku: 'a', quantity: 2 })).toEqual([{ sku: 'a', quantity: 3 }]);
});

it('removes with zero', () => {
  expect(withLine([{ sku: 'a', quantity: 1 }], { sku: 'a', quantity: 0 })).toEqual([]);
});
