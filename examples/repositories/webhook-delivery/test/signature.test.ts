import { expect, it } from 'vitest';
import { sign, verify } from '../src/signature.js';

it('knows its own signature and no other', () => {
  expect(verify('a', 'test-only', sign('a', 'test-only'))).toBe(true);
  expect(verify('b', 'test-only', sign('a', 'test-only'))).toBe(false);
});
