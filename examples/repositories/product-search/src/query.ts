/** Every word must match; the last one may be unfinished. */
export function productQuery(words: string) {
  const parts = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const last = parts.pop();
  return {
    bool: {
      must: parts.map(word => ({ match: { title: { query: word, fuzziness: 'AUTO' } } })),
      should: last ? [{ match_phrase_prefix: { title: last } }] : [],
      minimum_should_match: last ? 1 : 0,
    },
  };
}
