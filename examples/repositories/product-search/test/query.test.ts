import { expect, it } from 'vitest';
import { productQuery } from '../src/query.js';

it('lets the last word be unfinished', () => {
  expect(productQuery('short throw pro').bool).toMatchObject({
    must: [{ match: { title: { query: 'short' } } }, { match: { title: { query: 'throw' } } }],
    should: [{ match_phrase_prefix: { title: 'pro' } }],
  });
});
