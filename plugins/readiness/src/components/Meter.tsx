import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { StatusCounts } from '@airworthy/plugin-readiness-common';
import {
  tokensOf,
  type ToneName,
  useBarStyles,
} from '@airworthy/plugin-readiness-react';
import { readinessTranslationRef } from '../translation';
import { drawnStatuses } from './ringArcs';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        gap: 1,
        overflow: 'hidden',
        borderRadius: 6,
        backgroundColor: tokens.tones.none.tint,
      },
      part: { display: 'block', flexBasis: 0, minWidth: 2 },
      key: {
        display: 'flex',
        flexWrap: 'wrap',
        gap: '0 10px',
        fontSize: 12,
        color: tokens.textSecondary,
      },
      keyItem: { display: 'inline-flex', alignItems: 'center', gap: 4 },
      keySwatch: { width: 10, height: 10, borderRadius: 2 },
    };
  },
  { name: 'AirworthyMeter' },
);

/** @internal */
export interface BarProps {
  parts: Array<{ tone: ToneName; value: number }>;
  /** Pixels; 8 unless told. */
  height?: number;
  /** What a reader who does not see it hears; hidden from them unless told. */
  label?: string;
}

/** A bar of proportions. The numbers stand beside it as text. */
export function Bar({ parts, height = 8, label }: BarProps) {
  const classes = useStyles();
  const bars = useBarStyles();
  return (
    <div
      className={classes.root}
      style={{ height }}
      {...(label
        ? { role: 'img', 'aria-label': label }
        : { 'aria-hidden': true })}
    >
      {parts
        .filter(part => part.value > 0)
        .map(part => (
          <span
            key={part.tone}
            className={`${classes.part} ${bars[part.tone]}`}
            style={{ flexGrow: part.value }}
          />
        ))}
    </div>
  );
}

/** @internal */
export interface MeterProps {
  counts: StatusCounts;
  /** Pixels; 8 unless told. */
  height?: number;
}

/** Pass, accepted, unknown (hatched) and fail as shares of one bar. */
export function Meter({ counts, height }: MeterProps) {
  return (
    <Bar
      height={height}
      parts={drawnStatuses.map(status => ({
        tone: status,
        value: counts[status],
      }))}
    />
  );
}

/** What the parts of a {@link Meter} stand for. */
export function MeterKey() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const bars = useBarStyles();
  return (
    <span className={classes.key}>
      {drawnStatuses.map(status => (
        <span key={status} className={classes.keyItem}>
          <span
            aria-hidden
            className={`${classes.keySwatch} ${bars[status]}`}
          />
          {t(`status.${status}`)}
        </span>
      ))}
    </span>
  );
}
