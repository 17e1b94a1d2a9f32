import { expect, it } from 'vitest';
import { mayProceed } from '../src/limits.js';

it('stops at the limit', () => {
  expect(mayProceed({ perMinute: 10, used: 9 })).toBe(true);
  expect(mayProceed({ perMinute: 10, used: 10 })).toBe(false);
});
