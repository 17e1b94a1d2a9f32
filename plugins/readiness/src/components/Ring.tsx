import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { StatusCounts } from '@airworthy/plugin-readiness-common';
import { tokensOf } from '@airworthy/plugin-readiness-react';
import { readinessTranslationRef } from '../translation';
import { applicable, ringArcs } from './ringArcs';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { display: 'block', flex: 'none' },
      track: { stroke: tokens.line },
      pass: { stroke: tokens.tones.pass.solid },
      accepted: { stroke: tokens.tones.accepted.solid },
      unknown: { stroke: tokens.tones.unknown.solid },
      fail: { stroke: tokens.tones.fail.solid },
      count: {
        fontWeight: 700,
        fill: tokens.text,
        fontFamily: theme.typography.fontFamily,
      },
      total: {
        fill: tokens.textSecondary,
        fontFamily: theme.typography.fontFamily,
      },
    };
  },
  { name: 'AirworthyRing' },
);

/** @internal */
export interface RingProps {
  counts: StatusCounts;
  /** Diameter in pixels; 104 unless told. */
  size?: 104 | 84;
}

/** How many applicable checks pass, as arcs around the number. */
export function Ring({ counts, size = 104 }: RingProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const total = applicable(counts);
  const width = size === 104 ? 11 : 10;
  const centre = size / 2;
  const radius = centre - width / 2;
  return (
    <svg
      className={classes.root}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t('counts.applicablePass', {
        pass: String(counts.pass),
        applicable: String(total),
      })}
    >
      <g
        fill="none"
        strokeWidth={width}
        transform={`rotate(-90 ${centre} ${centre})`}
      >
        {total === 0 && (
          <circle
            className={classes.track}
            cx={centre}
            cy={centre}
            r={radius}
          />
        )}
        {ringArcs(counts).map(arc => (
          <circle
            key={arc.status}
            className={classes[arc.status]}
            cx={centre}
            cy={centre}
            r={radius}
            pathLength={total}
            strokeDasharray={arc.dashArray}
            strokeDashoffset={arc.dashOffset}
          />
        ))}
      </g>
      <text
        className={classes.count}
        x={centre}
        y={centre + 4}
        fontSize={size === 104 ? 26 : 21}
        textAnchor="middle"
      >
        {counts.pass}
      </text>
      <text
        className={classes.total}
        x={centre}
        y={centre + 21}
        fontSize={size === 104 ? 12.5 : 11.5}
        textAnchor="middle"
      >
        {t('counts.ofTotal', { total: String(total) })}
      </text>
    </svg>
  );
}
