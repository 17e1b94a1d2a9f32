import { expect, it } from 'vitest';
import { servedWidth } from '../src/size.js';

it('rounds up', () => {
  expect(servedWidth(700)).toBe(1280);
});
