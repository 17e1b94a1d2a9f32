import type { Status } from '@airworthy/plugin-readiness-common';

/** The shapes of our own, all in a box of 16 by 16. */
export type GlyphName =
  | Status
  | 'tick'
  | 'missing'
  | 'level-0'
  | 'level-1'
  | 'level-2'
  | 'level-3';

/** One part of a shape, filled or stroked in the colour of the text. */
export type GlyphPart =
  | { fill: string; opacity?: number }
  | { stroke: string; dashes?: string; width: number }
  | { ring: number; dashes: string; width: number }
  | { dot: [x: number, y: number, radius: number] };

const FAINT = 0.26;

const chevrons = [
  'M2 12.8 8 9.2 14 12.8V15.2L8 11.6 2 15.2Z',
  'M2 8.6 8 5 14 8.6V11L8 7.4 2 11Z',
  'M2 4.4 8 .8 14 4.4V6.8L8 3.2 2 6.8Z',
];

function levelGlyph(held: number): GlyphPart[] {
  return chevrons.map((fill, index) =>
    index < held ? { fill } : { fill, opacity: FAINT },
  );
}

/**
 * Silhouettes differ without colour: disc, square, dashed ring, dash, bookmark;
 * chevrons count for the level.
 */
export const glyphs: Record<GlyphName, GlyphPart[]> = {
  pass: [
    {
      fill: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM4 8.3 5.2 7.1 7.2 9.1 10.9 5.4 12.1 6.6 7.2 11.5Z',
    },
  ],
  tick: [{ fill: 'M3 8.3 4.3 7 6.8 9.5 11.8 4.5 13.1 5.8 6.8 12.1Z' }],
  // A place that is empty, without a judgement.
  missing: [{ ring: 6, dashes: '2.4 1.37', width: 1.5 }],
  fail: [
    {
      fill: 'M2.6 1.5h10.8a1.1 1.1 0 0 1 1.1 1.1v10.8a1.1 1.1 0 0 1-1.1 1.1H2.6a1.1 1.1 0 0 1-1.1-1.1V2.6a1.1 1.1 0 0 1 1.1-1.1ZM5.3 4.1 8 6.8 10.7 4.1 11.9 5.3 9.2 8 11.9 10.7 10.7 11.9 8 9.2 5.3 11.9 4.1 10.7 6.8 8 4.1 5.3Z',
    },
  ],
  unknown: [
    { ring: 6.4, dashes: '2.6 1.42', width: 1.5 },
    {
      stroke: 'M6.1 6.5a1.9 1.9 0 1 1 2.9 1.6c-.7.4-1 .7-1 1.3',
      width: 1.5,
    },
    { dot: [8, 11.5, 0.95] },
  ],
  'not-applicable': [
    {
      fill: 'M4.35 7.2h7.3a.85.85 0 0 1 0 1.7h-7.3a.85.85 0 0 1 0-1.7Z',
    },
  ],
  accepted: [
    {
      fill: 'M3.2 1.9a.9.9 0 0 1 .9-.9h7.8a.9.9 0 0 1 .9.9V15L8 11.6 3.2 15ZM5 6.1 6 5.1 7.4 6.5 10 3.9 11 4.9 7.4 8.5Z',
    },
  ],
  'level-0': levelGlyph(0),
  'level-1': levelGlyph(1),
  'level-2': levelGlyph(2),
  'level-3': levelGlyph(3),
};

function partMarkup(part: GlyphPart, color: string): string {
  if ('fill' in part) {
    const opacity = part.opacity ? ` opacity='${part.opacity}'` : '';
    return `<path fill='${color}' fill-rule='evenodd'${opacity} d='${part.fill}'/>`;
  }
  if ('dot' in part) {
    const [x, y, radius] = part.dot;
    return `<circle fill='${color}' cx='${x}' cy='${y}' r='${radius}'/>`;
  }
  const stroke = `fill='none' stroke='${color}' stroke-width='${part.width}' stroke-linecap='round' stroke-linejoin='round'`;
  if ('ring' in part) {
    return `<circle cx='8' cy='8' r='${part.ring}' fill='none' stroke='${color}' stroke-width='${part.width}' stroke-dasharray='${part.dashes}'/>`;
  }
  return `<path ${stroke} d='${part.stroke}'/>`;
}

/**
 * A glyph as a CSS image. The matrix paints thousands of them: an image is
 * rastered once for all cells, an inline `svg` or a mask once for each.
 */
export function glyphImage(name: GlyphName, color: string): string {
  const markup = glyphs[name].map(part => partMarkup(part, color)).join('');
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>${markup}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}
