import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@airworthy/plugin-readiness-react';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { display: 'block' },
      line: { stroke: tokens.lineStrong, strokeWidth: 1.5 },
      stop: { fill: tokens.paper, stroke: tokens.control, strokeWidth: 1.5 },
      silent: { strokeDasharray: '1.5 1.5' },
      current: { fill: tokens.link, stroke: tokens.link },
    };
  },
  { name: 'AirworthyMiniSpectrum' },
);

/** @internal */
export interface MiniSpectrumProps {
  /** -2 to 2; none where no decision is recorded. */
  position?: number;
}

/** A strip of five stops for a cell; the words stand below it. */
export function MiniSpectrum({ position }: MiniSpectrumProps) {
  const classes = useStyles();
  return (
    <svg aria-hidden className={classes.root} width={74} height={12}>
      <line className={classes.line} x1={5} x2={69} y1={6} y2={6} />
      {[-2, -1, 0, 1, 2].map(stop => (
        <circle
          key={stop}
          cx={37 + stop * 16}
          cy={6}
          r={stop === position ? 5 : 2.75}
          className={[
            classes.stop,
            stop === position ? classes.current : '',
            position === undefined ? classes.silent : '',
          ].join(' ')}
        />
      ))}
    </svg>
  );
}
