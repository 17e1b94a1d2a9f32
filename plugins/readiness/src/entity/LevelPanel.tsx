import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import RefreshIcon from '@material-ui/icons/Refresh';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Scorecard,
  StatusCounts,
} from '@airworthy/plugin-readiness-common';
import {
  ActionButton,
  applicable,
  formatDate,
  LevelBadge,
  levelRank,
  Meter,
  Ring,
  StatusGlyph,
  tokensOf,
} from '../components';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'grid',
        gridTemplateColumns: 'auto minmax(0, 1fr)',
        gap: '4px 24px',
        padding: 20,
        borderRadius: tokens.radius,
        backgroundColor: tokens.paper,
        color: tokens.text,
        fontSize: 14,
        lineHeight: '20px',
        fontVariantNumeric: 'tabular-nums',
        [theme.breakpoints.down('xs')]: {
          gridTemplateColumns: 'minmax(0, 1fr)',
        },
      },
      ring: { gridRow: '1 / span 3' },
      top: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 10,
        minHeight: 32,
      },
      grow: { flex: 1 },
      secondary: { color: tokens.textSecondary },
      small: {
        color: tokens.textSecondary,
        fontSize: 12.5,
        lineHeight: '18px',
      },
      tally: { display: 'flex', flexWrap: 'wrap', gap: '0 16px', margin: 0 },
      tallyItem: { display: 'inline-flex', alignItems: 'center', gap: 5 },
      levels: {
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
        gap: 20,
        margin: '10px 0 0',
        padding: 0,
        listStyle: 'none',
      },
      level: {
        display: 'flex',
        justifyContent: 'space-between',
        gap: 8,
        marginTop: 5,
        fontSize: 12.5,
        lineHeight: '18px',
        color: tokens.textSecondary,
      },
    };
  },
  { name: 'AirworthyLevelPanel' },
);

/** What a level takes for done. */
function good(counts: StatusCounts): number {
  return counts.pass + counts.accepted;
}

const tallied = ['accepted', 'unknown', 'fail'] as const;

/** @internal */
export interface LevelPanelProps {
  scorecard: Scorecard;
  refreshing: boolean;
  /** Absent where the reader may not ask the sources. */
  onRefresh?: () => void;
}

/** The level in a word, how much passes, and how far each level is. */
export function LevelPanel(props: LevelPanelProps) {
  const { scorecard, refreshing, onRefresh } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const { counts, levels } = scorecard;
  const rank = levelRank(levels, scorecard.level);
  const nextIndex = levels.findIndex(
    level => level.id === scorecard.next?.level,
  );
  return (
    <Paper
      component="section"
      elevation={0}
      className={classes.root}
      aria-label={t('level.section')}
    >
      <div className={classes.ring}>
        <Ring counts={counts} />
      </div>
      <div className={classes.top}>
        <LevelBadge
          variant="large"
          rank={rank}
          title={rank === 0 ? t('level.noneYet') : levels[rank - 1].title}
        />
        {scorecard.levelSince && (
          <span className={classes.secondary}>
            {t('level.since')}{' '}
            <time dateTime={scorecard.levelSince}>
              {formatDate(scorecard.levelSince)}
            </time>
          </span>
        )}
        {scorecard.preview && (
          <span className={classes.secondary}>{t('level.preview')}</span>
        )}
        <span className={classes.grow} />
        <span className={classes.small}>
          {t('level.checklist', {
            title: scorecard.checklist.title,
            version: String(scorecard.checklist.version),
            environment: scorecard.environment,
          })}
        </span>
        {onRefresh && (
          <ActionButton
            icon={<RefreshIcon />}
            onClick={onRefresh}
            disabled={refreshing}
          >
            {refreshing ? t('refresh.running') : t('refresh.action')}
          </ActionButton>
        )}
      </div>
      <p className={classes.tally}>
        <strong>
          {t('counts.applicablePass', {
            pass: String(counts.pass),
            applicable: String(applicable(counts)),
          })}
        </strong>
        {tallied
          .filter(status => counts[status] > 0)
          .map(status => (
            <span key={status} className={classes.tallyItem}>
              <StatusGlyph status={status} size={14} />
              {counts[status]} {t(`status.${status}`)}
            </span>
          ))}
      </p>
      <ul className={classes.levels}>
        {levels.map((level, index) => (
          <li key={level.id}>
            <Meter counts={level.counts} height={6} />
            <div className={classes.level}>
              <LevelBadge rank={index + 1} title={level.title} />
              <span>
                {t('level.progress', {
                  good: String(good(level.counts)),
                  applicable: String(applicable(level.counts)),
                })}
                {index === nextIndex && t('level.toGo', { count: level.toGo })}
                {index > nextIndex &&
                  !level.held &&
                  t('level.more', {
                    count: applicable(level.counts) - good(level.counts),
                  })}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
