import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import {
  Glyph,
  useTintStyles,
  useToneStyles,
} from '@airworthy/plugin-readiness-react';
import { levelGlyphName, levelTone } from './levels';
import { useChipStyles } from './StatusChip';

/** @internal */
export interface LevelGlyphProps {
  /** 0 for no level, then 1 upwards. */
  rank: number;
  /** Pixels; 16 unless told. */
  size?: number;
}

/** Chevrons that count the level. The word stands beside it. */
export function LevelGlyph({ rank, size }: LevelGlyphProps) {
  const tones = useToneStyles();
  return (
    <Glyph
      name={levelGlyphName(rank)}
      size={size}
      className={tones[levelTone(rank)]}
    />
  );
}

const useStyles = makeStyles(
  {
    plain: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: '0.4em',
      fontWeight: 700,
      whiteSpace: 'nowrap',
    },
    small: { fontSize: 12.5, lineHeight: '16px' },
    large: { fontSize: 22, lineHeight: '28px' },
    medium: { fontSize: 19, lineHeight: '24px' },
  },
  { name: 'AirworthyLevelBadge' },
);

/** @internal */
export interface LevelBadgeProps {
  rank: number;
  /** The word: `Silver`, or what is said where no level is held. */
  title: string;
  /** `chip` stands on its tint; the others are bare text. Default `small`. */
  variant?: 'chip' | 'small' | 'medium' | 'large';
}

/** A level in chevrons and word. */
export function LevelBadge({
  rank,
  title,
  variant = 'small',
}: LevelBadgeProps) {
  const classes = useStyles();
  const chipClasses = useChipStyles();
  const tones = useToneStyles();
  const tints = useTintStyles();
  if (variant === 'chip') {
    return (
      <Chip
        component="span"
        size="small"
        className={tints[levelTone(rank)]}
        classes={chipClasses}
        icon={<Glyph name={levelGlyphName(rank)} size={14} />}
        label={title}
      />
    );
  }
  const glyphSize = { small: 14, medium: 19, large: 22 }[variant];
  return (
    <span
      className={`${classes.plain} ${classes[variant]} ${
        tones[levelTone(rank)]
      }`}
    >
      <Glyph name={levelGlyphName(rank)} size={glyphSize} />
      {title}
    </span>
  );
}
