import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { tokensOf } from '@airworthy/plugin-readiness-react';
import { tradeoffsTranslationRef } from '../translation';
import { stopsOf, type AxisLike } from './stops';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'grid',
        gridTemplateColumns: 'repeat(5, 1fr)',
        position: 'relative',
        alignContent: 'start',
        margin: 0,
        padding: 0,
        listStyle: 'none',
        '&::before': {
          content: '""',
          position: 'absolute',
          top: 10,
          left: '10%',
          right: '10%',
          height: 2,
          background: tokens.lineStrong,
        },
      },
      stop: {
        position: 'relative',
        display: 'grid',
        justifyItems: 'center',
        alignContent: 'start',
        gap: 6,
        fontSize: 12,
        lineHeight: '15px',
        color: tokens.textSecondary,
        textAlign: 'center',
        '&::before': {
          content: '""',
          boxSizing: 'border-box',
          width: 12,
          height: 12,
          margin: '5px 0',
          borderRadius: '50%',
          background: tokens.paper,
          border: `2px solid ${tokens.control}`,
        },
      },
      silent: { '&::before': { borderStyle: 'dashed' } },
      current: {
        color: tokens.text,
        fontWeight: 700,
        '&::before': {
          width: 22,
          height: 22,
          margin: 0,
          background: tokens.link,
          border: `5px solid ${tokens.selected}`,
        },
      },
      previous: {
        '&::before': {
          width: 16,
          height: 16,
          margin: '3px 0',
          border: `2px dashed ${tokens.link}`,
        },
      },
      hidden: { position: 'absolute', clipPath: 'inset(50%)' },
    };
  },
  { name: 'AirworthySpectrum' },
);

/** @internal */
export interface SpectrumProps {
  axis: AxisLike;
  /** -2 to 2; none where no decision is recorded. */
  position?: number;
  /** What the record before said. */
  previous?: number;
}

/**
 * An axis as a strip of five stops. The poles, the position and the one before
 * it are in words; a silent axis has dashed stops.
 */
export function Spectrum({ axis, position, previous }: SpectrumProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  return (
    <ol className={classes.root} aria-label={axis.title}>
      {stopsOf(axis, position, previous).map(stop => (
        <li
          key={stop.position}
          aria-current={stop.role === 'current' ? 'true' : undefined}
          className={[
            classes.stop,
            stop.role === 'current' ? classes.current : '',
            stop.role === 'previous' ? classes.previous : '',
            position === undefined ? classes.silent : '',
          ].join(' ')}
        >
          <span className={stop.shown ? undefined : classes.hidden}>
            {stop.role === 'previous'
              ? t('spectrum.was', { words: stop.words })
              : stop.words}
          </span>
        </li>
      ))}
    </ol>
  );
}
