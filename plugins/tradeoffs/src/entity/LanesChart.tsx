import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { tokensOf } from '@airworthy/plugin-readiness-react';
import { tradeoffsTranslationRef } from '../translation';
import { fitText, timeScale, type Lane, type LaneBar } from './lanes';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    const attention = tokens.tones.attention.solid;
    return {
      root: {
        display: 'block',
        width: '100%',
        minWidth: 860,
        height: 'auto',
        fontFamily: theme.typography.fontFamily,
      },
      tick: { stroke: tokens.line },
      tickText: { fontSize: 12, fill: tokens.textSecondary },
      lane: { fontSize: 13, fill: tokens.text },
      bar: { fill: tokens.selected },
      ahead: { fill: tokens.selected, opacity: 0.55 },
      ended: { fill: tokens.tones.none.tint },
      system: {
        fill: tokens.paper,
        stroke: tokens.control,
        strokeDasharray: '4 3',
      },
      text: { fontSize: 12, fill: tokens.text },
      endedText: { fill: tokens.textSecondary },
      link: { fill: 'none', stroke: tokens.control, strokeWidth: 1.5 },
      due: { fill: 'none', stroke: attention, strokeWidth: 2 },
      bad: { fill: attention },
      silent: {
        stroke: tokens.control,
        strokeWidth: 1.5,
        strokeDasharray: '2 5',
      },
      today: { stroke: tokens.link, strokeWidth: 1.5 },
      todayText: { fontSize: 12, fontWeight: 700, fill: tokens.link },
    };
  },
  { name: 'AirworthyLanesChart' },
);

const WIDTH = 1136;
const LEFT = 192;
const TOP = 28;
const LANE = 38;
const BAR = 24;
const GAP = 6;

/** `Cost / availability` for `Cost versus availability`. */
function laneTitle(title: string): string {
  return title.replace(/ versus /i, ' / ');
}

function barTitle({ row }: LaneBar): string {
  const number = /(\d{3,})(?:-|$)/.exec(row.name)?.[1];
  return number ? `${number} ${row.title}` : row.title;
}

/** @internal */
export interface LanesChartProps {
  lanes: readonly Lane[];
  /** Milliseconds since the epoch. */
  now: number;
}

/** Records over time: a lane for each axis, a bar for each record. */
export function LanesChart({ lanes, now }: LanesChartProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const scale = timeScale(lanes, now);
  const x = (at: number) =>
    LEFT + ((at - scale.from) / (scale.to - scale.from)) * (WIDTH - LEFT - 12);
  const tops: number[] = [];
  let bottom = TOP;
  for (const lane of lanes) {
    tops.push(bottom);
    bottom += LANE + (lane.levels - 1) * (BAR + GAP);
  }
  const barClass = (bar: LaneBar) => {
    if (bar.ofSystem) {
      return classes.system;
    }
    return bar.kind === 'ended' ? classes.ended : classes.bar;
  };
  return (
    <svg
      className={classes.root}
      viewBox={`0 0 ${WIDTH} ${bottom + 24}`}
      role="img"
      aria-label={t('lanes.label')}
    >
      {scale.ticks.map(tick => (
        <g key={tick.at}>
          <line
            className={classes.tick}
            x1={x(tick.at)}
            x2={x(tick.at)}
            y1={TOP - 8}
            y2={bottom}
          />
          <text
            className={classes.tickText}
            x={x(tick.at)}
            y={14}
            textAnchor="middle"
          >
            {tickWords(tick.at, tick.year)}
          </text>
        </g>
      ))}
      {lanes.map(({ axis, bars }, index) => {
        const top = tops[index];
        return (
          <g key={axis.id}>
            <text className={classes.lane} x={0} y={top + 22}>
              {fitText(laneTitle(axis.title), LEFT + 8)}
            </text>
            {bars.length === 0 && (
              <line
                className={classes.silent}
                x1={x(scale.from)}
                x2={x(now)}
                y1={top + 18}
                y2={top + 18}
              />
            )}
            {bars.map((bar, place) => {
              const y = top + 6 + bar.level * (BAR + GAP);
              const start = x(bar.from);
              // Three pixels apart, so that two in a row are told apart.
              const end = Math.max(
                start + 4,
                x(bar.to) - (bar.kind === 'ended' ? 3 : 0),
              );
              const due = bar.due === undefined ? undefined : x(bar.due);
              const words = bar.ofSystem
                ? t('lanes.ofSystem', { title: barTitle(bar) })
                : barTitle(bar);
              return (
                <g key={`${bar.row.id} ${place}`}>
                  {due !== undefined && due > end && (
                    <rect
                      className={classes.ahead}
                      x={end}
                      y={y}
                      width={Math.min(due, WIDTH - 12) - end}
                      height={BAR}
                    />
                  )}
                  <rect
                    className={barClass(bar)}
                    x={start}
                    y={y}
                    width={end - start}
                    height={BAR}
                    rx={4}
                  />
                  <text
                    className={`${classes.text} ${
                      bar.kind === 'ended' ? classes.endedText : ''
                    }`}
                    x={start + 9}
                    y={y + 16}
                  >
                    {fitText(words, end - start - 18)}
                  </text>
                  {bar.replaced && (
                    <path
                      className={classes.link}
                      d={`M${end - 4} ${y + BAR}v5h14v-5`}
                    />
                  )}
                  {due !== undefined && (
                    <path
                      className={classes.due}
                      d={`M${Math.min(due, WIDTH - 12)} ${y - 2}v${BAR + 4}`}
                    />
                  )}
                  {bar.contradicted && (
                    <path
                      className={classes.bad}
                      d={`M${end - 12} ${y + 12}l7-7 7 7-7 7Z`}
                    />
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
      <line
        className={classes.today}
        x1={x(now)}
        x2={x(now)}
        y1={TOP - 8}
        y2={bottom}
      />
      <text
        className={classes.todayText}
        x={x(now)}
        y={bottom + 16}
        textAnchor="middle"
      >
        {t('lanes.today')}
      </text>
    </svg>
  );
}

function tickWords(at: number, year: number | undefined): string {
  const month = new Intl.DateTimeFormat(undefined, {
    month: 'short',
    timeZone: 'UTC',
  }).format(at);
  return year === undefined ? month : `${month} ${year}`;
}
