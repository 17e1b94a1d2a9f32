import { commitUrl } from './commitUrl';

describe('commitUrl', () => {
  it.each([
    ['https://git.example/a/b.git', 'https://git.example/a/b/commit/f00'],
    ['https://git.example/a/b/', 'https://git.example/a/b/commit/f00'],
    ['https://me:pass@git.example/a/b', 'https://git.example/a/b/commit/f00'],
    ['git@git.example:a/b.git', undefined],
    ['ssh://git@git.example/a/b.git', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s: %s', (repository, expected) => {
    expect(commitUrl(repository, 'f00')).toBe(expected);
  });
});
