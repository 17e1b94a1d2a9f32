import { drawBadge } from './drawBadge';

describe('drawBadge', () => {
  it('says the level in words, also to who hears it', () => {
    const svg = drawBadge({
      label: 'readiness',
      value: 'silver',
      rank: 2,
      ranks: 3,
    });
    expect(svg).toContain('aria-label="readiness: silver"');
    expect(svg).toContain('>silver</text>');
    expect(svg).toContain('fill="#46515e"');
  });

  it.each([
    [0, 3, '#5c5c5c'],
    [1, 3, '#84451c'],
    [3, 3, '#735200'],
    [1, 1, '#735200'],
    [1, 6, '#84451c'],
  ])('colours rank %i of %i', (rank, ranks, colour) => {
    expect(drawBadge({ label: 'a', value: 'b', rank, ranks })).toContain(
      `fill="${colour}"`,
    );
  });

  it('lets no title break out of the markup', () => {
    expect(
      drawBadge({ label: 'a', value: '"><script>', rank: 0, ranks: 1 }),
    ).not.toContain('<script');
  });
});
