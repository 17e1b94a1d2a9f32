import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ChecklistResponse,
  Rollup,
  Trend,
} from '@airworthy/plugin-readiness-common';
import { lazy, Suspense, useState } from 'react';
import {
  ActionButton,
  Bar,
  formatDate,
  LevelBadge,
  levelTone,
  Panel,
  tokensOf,
} from '../components';
import { readinessTranslationRef } from '../translation';
import { changedRows, levelTotals, trendRows } from './levelTotals';
import { signed } from './teamRows';

// Charts are most of the weight of this page, and not what is read first.
const LevelTrend = lazy(() =>
  import('../components/LevelTrend').then(module => ({
    default: module.LevelTrend,
  })),
);

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      body: { padding: '0 20px 18px' },
      levels: {
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(96px, 1fr))',
        margin: '0 0 8px',
        padding: 0,
        listStyle: 'none',
      },
      number: {
        display: 'flex',
        alignItems: 'baseline',
        gap: 8,
        fontSize: 26,
        lineHeight: '32px',
        fontWeight: 700,
      },
      change: {
        fontSize: 12.5,
        fontWeight: 400,
        color: tokens.textSecondary,
        whiteSpace: 'nowrap',
      },
      chart: { marginTop: 20 },
      short: { margin: '16px 0 0', color: tokens.textSecondary },
      table: {
        marginTop: 12,
        maxHeight: 300,
        overflow: 'auto',
      },
    };
  },
  { name: 'AirworthyLevels' },
);

/** @internal */
export interface LevelsPanelProps {
  checklist: ChecklistResponse;
  rollup: Rollup;
  trend?: Trend;
}

/** How many services hold each level, now and over time. */
export function LevelsPanel({ checklist, rollup, trend }: LevelsPanelProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const [table, setTable] = useState(false);
  const totals = levelTotals(checklist.levels, rollup, t('level.none'));
  const rows = trend ? trendRows(trend, totals) : [];
  const changes =
    trend?.checklistChanges.filter(
      change => rows.length > 0 && change.at >= rows[0].at,
    ) ?? [];
  return (
    <Panel
      title={t('levels.title')}
      note={t('levels.note')}
      actions={
        rows.length > 1 && (
          <ActionButton kind="text" onClick={() => setTable(!table)}>
            {table ? t('chart.asChart') : t('chart.asTable')}
          </ActionButton>
        )
      }
    >
      <div className={classes.body}>
        <ul className={classes.levels}>
          {totals.map(level => (
            <li key={level.id}>
              <LevelBadge rank={level.rank} title={level.title} />
              <div className={classes.number}>
                {level.services}
                {level.change !== undefined && (
                  <span className={classes.change}>{signed(level.change)}</span>
                )}
              </div>
            </li>
          ))}
        </ul>
        <Bar
          height={12}
          parts={totals.map(level => ({
            tone: levelTone(level.rank),
            value: level.services,
          }))}
        />
        {trend && rows.length < 2 && (
          <p className={classes.short}>{t('trend.tooShort')}</p>
        )}
        {!trend && <Skeleton variant="rect" height={284} />}
        {rows.length > 1 && !table && (
          <div className={classes.chart}>
            <Suspense fallback={<Skeleton variant="rect" height={284} />}>
              <LevelTrend
                rows={rows}
                levels={totals}
                changes={changes}
                label={t('levels.chart', {
                  from: formatDate(rows[0].at),
                  levels: totals
                    .map(level => `${level.title} ${level.services}`)
                    .join(', '),
                })}
              />
            </Suspense>
          </div>
        )}
        {rows.length > 1 && table && (
          // Scrolls, hence the keyboard must reach it.
          <div
            className={classes.table}
            role="group"
            aria-label={t('levels.title')}
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
            tabIndex={0}
          >
            <Table size="small" aria-label={t('levels.title')}>
              <TableHead>
                <TableRow>
                  <TableCell>{t('chart.date')}</TableCell>
                  {totals.map(level => (
                    <TableCell key={level.id} align="right">
                      {level.title}
                    </TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {changedRows(rows).map(row => (
                  <TableRow key={row.at}>
                    <TableCell component="th" role="rowheader" scope="row">
                      <time dateTime={row.at}>{formatDate(row.at)}</time>
                    </TableCell>
                    {totals.map(level => (
                      <TableCell key={level.id} align="right">
                        {row.services[level.id]}
                      </TableCell>
                    ))}
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </div>
        )}
      </div>
    </Panel>
  );
}
