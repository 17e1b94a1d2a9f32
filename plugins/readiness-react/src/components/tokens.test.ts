import { createTheme } from '@material-ui/core/styles';
import { tokensOf, type ToneName } from './tokens';

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map(start => {
    const value = parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const statuses: ToneName[] = [
  'pass',
  'fail',
  'unknown',
  'accepted',
  'attention',
];

describe.each(['light', 'dark'] as const)('tokens of the %s theme', type => {
  const tokens = tokensOf(createTheme({ palette: { type } }));
  const surfaces = [
    tokens.paper,
    tokens.page,
    tokens.sunken,
    tokens.hover,
    tokens.selected,
  ];

  it('lets every word be read on its tint and on every surface', () => {
    for (const [name, { on, tint }] of Object.entries(tokens.tones)) {
      for (const ground of [tint, ...surfaces]) {
        expect({ name, ground, enough: contrast(on, ground) >= 4.5 }).toEqual({
          name,
          ground,
          enough: true,
        });
      }
    }
  });

  it('lets text and links be read on every surface', () => {
    for (const color of [tokens.text, tokens.textSecondary, tokens.link]) {
      for (const ground of surfaces) {
        expect(contrast(color, ground)).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(tokens.onLink, tokens.link)).toBeGreaterThanOrEqual(4.5);
  });

  it('lets bars of statuses and borders of controls be told from paper', () => {
    for (const name of statuses) {
      expect(
        contrast(tokens.tones[name].solid, tokens.paper),
      ).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(tokens.control, tokens.paper)).toBeGreaterThanOrEqual(3);
  });
});
