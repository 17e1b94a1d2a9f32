import { makeStyles } from '@material-ui/core/styles';
import { tokensOf, type Tone, type ToneName, type Tokens } from './tokens';

function forEachTone<T>(
  { tones }: Tokens,
  rule: (tone: Tone) => T,
): Record<ToneName, T> {
  return {
    pass: rule(tones.pass),
    fail: rule(tones.fail),
    unknown: rule(tones.unknown),
    'not-applicable': rule(tones['not-applicable']),
    accepted: rule(tones.accepted),
    attention: rule(tones.attention),
    gold: rule(tones.gold),
    silver: rule(tones.silver),
    bronze: rule(tones.bronze),
    none: rule(tones.none),
  };
}

/** Words and glyphs in each tone: `classes.fail`, `classes.bronze`. */
export const useToneStyles = makeStyles(
  theme =>
    // Doubled, so that a tone wins over the colour of what it is put on.
    forEachTone(tokensOf(theme), tone => ({ '&&': { color: tone.on } })),
  { name: 'AirworthyTone' },
);

/** Words on their tint, in each tone. */
export const useTintStyles = makeStyles(
  theme =>
    forEachTone(tokensOf(theme), tone => ({
      '&&': { color: tone.on, backgroundColor: tone.tint },
    })),
  { name: 'AirworthyTint' },
);

/** Bars, in each tone. What is unknown is hatched, so that it needs no colour. */
export const useBarStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    const { unknown } = tokens.tones;
    return {
      ...forEachTone(tokens, tone => ({ backgroundColor: tone.solid })),
      unknown: {
        background: `repeating-linear-gradient(135deg, ${unknown.solid} 0 3px, ${unknown.tint} 3px 5px)`,
      },
    };
  },
  { name: 'AirworthyBar' },
);
