import type { Theme } from '@material-ui/core/styles';

/** A hue in three weights: word and glyph, what lies behind them, bars. */
export interface Tone {
  /** Words and glyphs; at least 4.5:1 on `tint` and on every surface. */
  on: string;
  /** Behind words and glyphs. */
  tint: string;
  /** Bars, rings and lines; at least 3:1 on paper, levels excepted. */
  solid: string;
}

/** Tones by name: the five statuses, what may be about to change, the levels. */
export type ToneName =
  | 'pass'
  | 'fail'
  | 'unknown'
  | 'not-applicable'
  | 'accepted'
  | 'attention'
  | 'gold'
  | 'silver'
  | 'bronze'
  | 'none';

/** The colours of one theme. Nothing outside this folder names a colour. */
export interface Tokens {
  tones: Record<ToneName, Tone>;
  page: string;
  paper: string;
  /** Group rows, separators, code. */
  sunken: string;
  hover: string;
  selected: string;
  text: string;
  textSecondary: string;
  line: string;
  lineStrong: string;
  /** Borders of what can be operated; at least 3:1. */
  control: string;
  link: string;
  onLink: string;
  fontMonospace: string;
  radius: number;
}

const shared = {
  fontMonospace:
    "ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace",
  radius: 8,
};

const light: Tokens = {
  ...shared,
  tones: {
    pass: { on: '#17653a', tint: '#e6f4eb', solid: '#2e8b57' },
    fail: { on: '#a11d17', tint: '#fce4e1', solid: '#cf3a30' },
    unknown: { on: '#3f5166', tint: '#e6ebf1', solid: '#7489a1' },
    'not-applicable': { on: '#666666', tint: '#f1f1f1', solid: '#bdbdbd' },
    accepted: { on: '#5a359f', tint: '#ede6fa', solid: '#7d58c6' },
    attention: { on: '#7a4a00', tint: '#fdf0d5', solid: '#c27a00' },
    gold: { on: '#735200', tint: '#faefc8', solid: '#c99a17' },
    silver: { on: '#46515e', tint: '#e8ecf1', solid: '#8c9aab' },
    bronze: { on: '#84451c', tint: '#f8e8dc', solid: '#b8713d' },
    none: { on: '#5c5c5c', tint: '#eeeeee', solid: '#bdbdbd' },
  },
  page: '#f4f4f4',
  paper: '#ffffff',
  sunken: '#f7f7f7',
  hover: '#eff3f8',
  selected: '#e5edf7',
  text: '#1a1a1a',
  textSecondary: '#595959',
  line: '#e4e4e4',
  lineStrong: '#d3d3d3',
  control: '#868686',
  link: '#1f5493',
  onLink: '#ffffff',
};

const dark: Tokens = {
  ...shared,
  tones: {
    pass: { on: '#a9e6ba', tint: '#43544a', solid: '#6fca8a' },
    fail: { on: '#ffb9b0', tint: '#66403d', solid: '#ff8f85' },
    unknown: { on: '#c3d2e6', tint: '#475160', solid: '#9db1c9' },
    'not-applicable': { on: '#c6c6c6', tint: '#4a4a4a', solid: '#7d7d7d' },
    accepted: { on: '#d9cbff', tint: '#544b6b', solid: '#b79df3' },
    attention: { on: '#ffd593', tint: '#594c33', solid: '#f2b04c' },
    gold: { on: '#ffe08a', tint: '#5a5236', solid: '#e5bd4c' },
    silver: { on: '#d9e1ea', tint: '#535a62', solid: '#b3c0ce' },
    bronze: { on: '#f6c3a0', tint: '#5d4a3e', solid: '#d99566' },
    none: { on: '#cdcdcd', tint: '#4d4d4d', solid: '#7d7d7d' },
  },
  page: '#333333',
  paper: '#424242',
  sunken: '#3b3b3b',
  hover: '#4b5057',
  selected: '#404d5e',
  text: '#ffffff',
  textSecondary: '#cdcdcd',
  line: '#575757',
  lineStrong: '#6a6a6a',
  control: '#a3a3a3',
  link: '#9cc9ff',
  onLink: '#101821',
};

/** The colours that pair with the theme in force. */
export function tokensOf(theme: Theme): Tokens {
  return theme.palette.type === 'dark' ? dark : light;
}
