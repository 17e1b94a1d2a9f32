import { useTheme } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Area,
  AreaChart,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { formatShortDate, tokensOf } from '@airworthy/plugin-readiness-react';
import { readinessTranslationRef } from '../translation';
import { levelTone } from './levels';

/** @internal */
export interface LevelTrendProps {
  rows: Array<{ at: string; services: Record<string, number> }>;
  /** The highest first. */
  levels: Array<{ id: string; title: string; rank: number }>;
  /** Changes of the checklist, told apart from real change. */
  changes: Array<{
    at: string;
    version: number;
    title: string;
    effect?: { passRate: number };
  }>;
  /** What a reader who does not see it hears. */
  label: string;
}

const HEIGHT = 284;
const TOP = 26;
const BOTTOM = 24;
/** Room for the names of the levels on the right. */
const RIGHT = 92;
/** Names closer than this run into each other. */
const LABEL_GAP = 15;

/** The outer ticks stay inside the chart. */
const anchors = ['start', 'middle', 'middle', 'end'] as const;

/** How strongly an area is tinted, by rank: the higher, the stronger. */
const OPACITY = [0.28, 0.46, 0.62, 0.8];

/** Services by level over time, stacked, the highest level at the bottom. */
export function LevelTrend({ rows, levels, changes, label }: LevelTrendProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const tokens = tokensOf(useTheme());
  const data = rows.map(row => ({ at: Date.parse(row.at), ...row.services }));
  const last = rows[rows.length - 1];
  const names = levelLabels(levels, last.services);
  const change = changes[changes.length - 1];
  const tickText = (at: number) =>
    at === data[data.length - 1].at
      ? t('trend.today')
      : formatShortDate(new Date(at).toISOString());
  return (
    <div role="img" aria-label={label} style={{ position: 'relative' }}>
      {change && (
        <p
          style={{
            position: 'absolute',
            top: 0,
            left: 0,
            right: RIGHT,
            margin: 0,
            fontSize: 12,
            lineHeight: '16px',
            color: tokens.text,
          }}
        >
          <strong>
            {t('levels.ruleChange', {
              date: formatShortDate(change.at),
              version: String(change.version),
            })}
          </strong>{' '}
          {change.title}
        </p>
      )}
      <ResponsiveContainer
        width="100%"
        height={HEIGHT}
        initialDimension={{ width: 720, height: HEIGHT }}
      >
        <AreaChart
          data={data}
          margin={{ top: TOP, right: RIGHT, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={['dataMin', 'dataMax']}
            height={BOTTOM}
            axisLine={false}
            tickLine={false}
            ticks={trendTicks(data.map(({ at }) => at))}
            interval={0}
            tick={props => (
              <text
                x={props.x}
                y={Number(props.y) + 12}
                textAnchor={anchors[props.index] ?? 'end'}
                fontSize={11.5}
                fill={tokens.textSecondary}
              >
                {tickText(Number(props.payload.value))}
              </text>
            )}
          />
          <YAxis hide domain={[0, 'dataMax']} />
          {levels.map(({ id, rank }) => (
            <Area
              key={id}
              dataKey={id}
              stackId="levels"
              type="linear"
              stroke={tokens.paper}
              strokeWidth={1.5}
              fill={tokens.tones[levelTone(rank)].solid}
              fillOpacity={OPACITY[Math.min(rank, 3)]}
              isAnimationActive={false}
              activeDot={false}
            />
          ))}
          {changes.map(({ at }) => (
            <ReferenceLine
              key={at}
              x={Date.parse(at)}
              stroke={tokens.tones.attention.solid}
              strokeWidth={1.5}
              strokeDasharray="3 3"
            />
          ))}
        </AreaChart>
      </ResponsiveContainer>
      {names.map(({ id, title, rank, services, place }) => (
        <span
          key={id}
          aria-hidden
          style={{
            position: 'absolute',
            right: 0,
            width: RIGHT - 8,
            top: TOP + place * (HEIGHT - TOP - BOTTOM) - 8,
            fontSize: 12,
            lineHeight: '16px',
            fontWeight: 700,
            whiteSpace: 'nowrap',
            color: tokens.tones[levelTone(rank)].on,
          }}
        >
          {title} {services}
        </span>
      ))}
    </div>
  );
}

/** The first moment, the last, and two between. */
export function trendTicks(moments: readonly number[]): number[] {
  const last = moments.length - 1;
  return [0, last / 3, (2 * last) / 3, last]
    .map(Math.round)
    .filter((place, index, places) => places.indexOf(place) === index)
    .map(place => moments[place]);
}

/**
 * Where the names stand beside the right edge, 0 at the top and 1 at the
 * bottom: in the middle of their area, and not upon each other.
 */
export function levelLabels(
  levels: LevelTrendProps['levels'],
  services: Record<string, number>,
) {
  const total = levels.reduce((sum, { id }) => sum + (services[id] ?? 0), 0);
  const gap = LABEL_GAP / (HEIGHT - TOP - BOTTOM);
  let below = 0;
  let lowest = 1 + gap / 2;
  return levels
    .filter(({ id }) => services[id] > 0)
    .map(level => {
      const count = services[level.id];
      const middle = 1 - (below + count / 2) / Math.max(total, 1);
      below += count;
      lowest = Math.min(middle, lowest - gap);
      return { ...level, services: count, place: lowest };
    });
}
