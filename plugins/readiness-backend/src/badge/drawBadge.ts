/** @see drawBadge */
export interface BadgeOptions {
  label: string;
  /** The level in a word: colour never stands alone. */
  value: string;
  /** 0 for no level. */
  rank: number;
  /** How many levels there are. */
  ranks: number;
}

/** Verdana at 11 px, on average; badges need not measure to the pixel. */
const CHARACTER_WIDTH = 6.6;
const PADDING = 8;
const HEIGHT = 20;

/** Grey, bronze, silver, gold: dark enough for white words. */
const COLOURS = ['#5c5c5c', '#84451c', '#46515e', '#735200'];

/** A badge as SVG, with the words read out as its name. */
export function drawBadge(options: BadgeOptions): string {
  const { label, value } = options;
  const left = widthOf(label);
  const right = widthOf(value);
  const width = left + right;
  const name = escapeXml(`${label}: ${value}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" role="img" aria-label="${name}">`,
    `<title>${name}</title>`,
    `<rect width="${width}" height="${HEIGHT}" rx="3" fill="#333"/>`,
    `<path d="M${left} 0h${
      right - 3
    }a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H${left}z" fill="${colourOf(options)}"/>`,
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">`,
    `<text x="${left / 2}" y="14">${escapeXml(label)}</text>`,
    `<text x="${left + right / 2}" y="14">${escapeXml(value)}</text>`,
    '</g></svg>',
  ].join('');
}

function colourOf({ rank, ranks }: BadgeOptions): string {
  // The highest level is gold however many there are.
  const place = rank === 0 ? 0 : COLOURS.length - 1 - (ranks - rank);
  return COLOURS[Math.max(rank === 0 ? 0 : 1, place)];
}

function widthOf(text: string): number {
  return Math.round(text.length * CHARACTER_WIDTH + 2 * PADDING);
}

function escapeXml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
