import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatShortDate, tokensOf } from '@airworthy/plugin-readiness-react';
import { readinessTranslationRef } from '../translation';
import { trendGeometry, type PassPoint } from './trendGeometry';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    const { pass, attention } = tokens.tones;
    return {
      root: {
        display: 'block',
        width: '100%',
        height: 'auto',
        overflow: 'visible',
        fontFamily: theme.typography.fontFamily,
        fontSize: 11.5,
      },
      axis: { fill: tokens.textSecondary },
      line: { stroke: tokens.line },
      rule: {
        stroke: attention.solid,
        strokeWidth: 1.5,
        strokeDasharray: '3 3',
      },
      applicable: {
        fill: 'none',
        stroke: tokens.control,
        strokeWidth: 1.5,
        strokeDasharray: '1 3',
        strokeLinecap: 'round',
      },
      pass: {
        fill: 'none',
        stroke: pass.solid,
        strokeWidth: 2,
        strokeLinejoin: 'round',
      },
      dot: { fill: pass.solid },
      passLabel: { fill: pass.on, fontWeight: 700 },
    };
  },
  { name: 'AirworthyPassTrend' },
);

const WIDTH = 262;
const HEIGHT = 70;
const LEFT = 26;
const TOP = 14;

/** @internal */
export interface PassTrendProps {
  points: PassPoint[];
  /** Changes of the checklist, drawn as dashed lines. */
  changes: Array<{ at: string; title: string }>;
  /** What a reader who does not see it hears. */
  label: string;
}

/** How many checks passed, over time, against how many applied. */
export function PassTrend({ points, changes, label }: PassTrendProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const geometry = trendGeometry(points, { width: WIDTH, height: HEIGHT });
  const first = points[0];
  const last = points[points.length - 1];
  const change = changes[changes.length - 1];
  // Two labels on one spot are none: the pass label moves below its line.
  const close = geometry.end.pass - geometry.end.applicable < 16;
  const changeX = change ? geometry.x(change.at) : 0;
  return (
    <svg
      className={classes.root}
      viewBox={`0 0 ${LEFT + WIDTH + 4} ${TOP + HEIGHT + (change ? 34 : 20)}`}
      role="img"
      aria-label={label}
    >
      <g transform={`translate(${LEFT} ${TOP})`}>
        {geometry.ticks.map(tick => (
          <g key={tick.value}>
            <line
              className={classes.line}
              x1={0}
              x2={WIDTH}
              y1={tick.y}
              y2={tick.y}
            />
            <text
              className={classes.axis}
              x={-8}
              y={tick.y + 4}
              textAnchor="end"
            >
              {tick.value}
            </text>
          </g>
        ))}
        {changes.map(({ at }) => (
          <line
            key={at}
            className={classes.rule}
            x1={geometry.x(at)}
            x2={geometry.x(at)}
            y1={-10}
            y2={HEIGHT}
          />
        ))}
        <path className={classes.applicable} d={geometry.applicable} />
        <path className={classes.pass} d={geometry.pass} />
        <circle
          className={classes.dot}
          cx={geometry.end.x}
          cy={geometry.end.pass}
          r={3.5}
        />
        <text
          className={classes.axis}
          x={WIDTH - 2}
          y={geometry.end.applicable - 5}
          textAnchor="end"
        >
          {t('trend.applicable', { count: last.applicable })}
        </text>
        <text
          className={classes.passLabel}
          x={WIDTH - 2}
          y={geometry.end.pass + (close ? 17 : -7)}
          textAnchor="end"
        >
          {t('trend.pass', { count: last.pass })}
        </text>
        <text className={classes.axis} x={0} y={HEIGHT + 17}>
          {formatShortDate(first.at)}
        </text>
        <text
          className={classes.axis}
          x={WIDTH}
          y={HEIGHT + 17}
          textAnchor="end"
        >
          {t('trend.today')}
        </text>
        {change && (
          <text
            className={classes.axis}
            x={Math.min(Math.max(changeX, 60), WIDTH - 60)}
            y={HEIGHT + 31}
            textAnchor="middle"
          >
            {formatShortDate(change.at)}: {change.title}
          </text>
        )}
      </g>
    </svg>
  );
}
