import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Trend } from '@airworthy/plugin-readiness-common';
import { useState } from 'react';
import {
  ActionButton,
  applicable,
  formatDate,
  formatShortDate,
  Panel,
  PassTrend,
  tokensOf,
  type PassPoint,
} from '../components';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    body: { padding: '0 16px 14px' },
    text: {
      margin: 0,
      fontSize: 13,
      lineHeight: '18px',
      color: tokensOf(theme).textSecondary,
    },
    scroll: { maxHeight: 220, overflow: 'auto' },
  }),
  { name: 'AirworthyTrendPanel' },
);

/** The moments at which something changed, and the last one. */
export function changedPoints(points: readonly PassPoint[]): PassPoint[] {
  return points.filter(
    (point, index) =>
      index === 0 ||
      index === points.length - 1 ||
      point.pass !== points[index - 1].pass ||
      point.applicable !== points[index - 1].applicable,
  );
}

/** A trend of one service; what lies before its first evaluation is left out. */
export function passPoints(trend: Trend): PassPoint[] {
  return trend.points
    .filter(point => point.services > 0)
    .map(point => ({
      at: point.at,
      pass: point.counts.pass,
      applicable: applicable(point.counts),
    }));
}

/** @internal */
export interface TrendPanelProps {
  trend: Trend;
}

/** What passed in the last 90 days, with changes of the rules told apart. */
export function TrendPanel({ trend }: TrendPanelProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const [table, setTable] = useState(false);
  const points = passPoints(trend);
  const first = points[0];
  const last = points[points.length - 1];
  const enough = points.length > 1;
  return (
    <Panel
      dense
      title={t('trend.title')}
      actions={
        enough && (
          <ActionButton kind="text" onClick={() => setTable(!table)}>
            {table ? t('chart.asChart') : t('chart.asTable')}
          </ActionButton>
        )
      }
    >
      <div className={classes.body}>
        {!enough && <p className={classes.text}>{t('trend.tooShort')}</p>}
        {enough && !table && (
          <PassTrend
            points={points}
            changes={trend.checklistChanges.filter(
              change => change.at >= first.at,
            )}
            label={t('trend.label', {
              fromPass: String(first.pass),
              fromApplicable: String(first.applicable),
              from: formatShortDate(first.at),
              toPass: String(last.pass),
              toApplicable: String(last.applicable),
            })}
          />
        )}
        {enough && table && (
          <div
            className={classes.scroll}
            role="group"
            aria-label={t('trend.title')}
            // Scrolls, hence the keyboard must reach it.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
            tabIndex={0}
          >
            <Table size="small" aria-label={t('trend.title')}>
              <TableHead>
                <TableRow>
                  <TableCell>{t('chart.date')}</TableCell>
                  <TableCell align="right">{t('status.pass')}</TableCell>
                  <TableCell align="right">{t('chart.applicable')}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {changedPoints(points)
                  .reverse()
                  .map(point => (
                    <TableRow key={point.at}>
                      <TableCell component="th" role="rowheader" scope="row">
                        <time dateTime={point.at}>{formatDate(point.at)}</time>
                      </TableCell>
                      <TableCell align="right">{point.pass}</TableCell>
                      <TableCell align="right">{point.applicable}</TableCell>
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
