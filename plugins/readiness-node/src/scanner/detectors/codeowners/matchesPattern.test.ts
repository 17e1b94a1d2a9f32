import { matchesPattern } from './matchesPattern';

describe('matchesPattern', () => {
  it.each([
    ['*', 'src/deep/a.ts', true],
    ['*.ts', 'src/deep/a.ts', true],
    ['*.ts', 'src/deep/a.go', false],
    ['/services/a/', 'services/a/src/x.ts', true],
    ['/services/a/', 'services/ab/src/x.ts', false],
    ['/services/a/', 'services/a', false],
    ['services/a', 'services/a/src/x.ts', true],
    ['services/a', 'other/services/a/src/x.ts', false],
    ['docs/', 'other/docs/x.md', true],
    ['/docs/', 'other/docs/x.md', false],
    ['docs/*', 'docs/x.md', true],
    ['docs/*', 'docs/deep/x.md', false],
    ['**/logs', 'build/logs/x', true],
    ['/build/**', 'build/a/b/c', true],
    ['a/**/z.ts', 'a/z.ts', true],
    ['a/**/z.ts', 'a/b/c/z.ts', true],
    ['a/**/z.ts', 'b/z.ts', false],
    ['/src/a?.ts', 'src/ab.ts', true],
  ])('%s on %s: %p', (pattern, path, matches) => {
    expect(matchesPattern(pattern, path)).toBe(matches);
  });

  it('is not slowed down by many stars', () => {
    expect(matchesPattern(`${'*a'.repeat(40)}b`, 'a'.repeat(5000))).toBe(false);
    expect(
      matchesPattern(
        '**/'.repeat(200).concat('x'),
        'a/'.repeat(500).concat('y'),
      ),
    ).toBe(false);
  });
});
