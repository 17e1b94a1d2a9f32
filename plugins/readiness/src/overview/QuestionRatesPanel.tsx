import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ChecklistResponse,
  Rollup,
} from '@airworthy/plugin-readiness-common';
import { useState } from 'react';
import {
  ActionButton,
  applicable,
  drawnStatuses,
  Meter,
  MeterKey,
  Panel,
  tokensOf,
} from '../components';
import { percent } from '../services/statuses';
import { readinessTranslationRef } from '../translation';
import { signed } from './teamRows';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      body: { padding: '0 20px 18px', overflowX: 'auto' },
      list: { margin: 0, padding: 0, listStyle: 'none' },
      row: {
        display: 'grid',
        gridTemplateColumns: '20px minmax(0, 1fr) 232px 44px 44px',
        columnGap: 10,
        alignItems: 'center',
        minHeight: 30,
        fontSize: 14,
        lineHeight: '20px',
        [theme.breakpoints.down('xs')]: {
          gridTemplateColumns: '20px minmax(0, 1fr) 44px',
          '& > :nth-child(3)': { gridColumn: '2', gridRow: 2 },
          '& > :nth-child(5)': { gridColumn: '3', gridRow: 2 },
        },
      },
      head: { minHeight: 22, fontSize: 12, color: tokens.textSecondary },
      number: { textAlign: 'right', color: tokens.textSecondary },
      title: {
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        [theme.breakpoints.down('xs')]: { whiteSpace: 'normal' },
      },
      rate: { textAlign: 'right', fontWeight: 700 },
      change: {
        textAlign: 'right',
        fontSize: 12.5,
        color: tokens.textSecondary,
      },
    };
  },
  { name: 'AirworthyQuestionRates' },
);

/** @internal */
export interface QuestionRatesPanelProps {
  checklist: ChecklistResponse;
  /** Rolled up by question. */
  rollup: Rollup;
}

/** How much of each question the fleet answers, in the checklist's order. */
export function QuestionRatesPanel(props: QuestionRatesPanelProps) {
  const { checklist, rollup } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const [table, setTable] = useState(false);
  const groups = new Map(rollup.groups.map(group => [group.key, group]));
  const rows = checklist.questions.flatMap(question => {
    const group = groups.get(question.id);
    return group && applicable(group.counts) > 0 ? { question, group } : [];
  });
  return (
    <Panel
      title={t('rates.title')}
      actions={
        <ActionButton kind="text" onClick={() => setTable(!table)}>
          {table ? t('chart.asChart') : t('chart.asTable')}
        </ActionButton>
      }
    >
      <div className={classes.body}>
        {table ? (
          <Table size="small" aria-label={t('rates.title')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('rates.question')}</TableCell>
                {drawnStatuses.map(status => (
                  <TableCell key={status} align="right">
                    {t(`status.${status}`)}
                  </TableCell>
                ))}
                <TableCell align="right">{t('rates.rate')}</TableCell>
                <TableCell align="right">{t('rates.change')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map(({ question, group }) => (
                <TableRow key={question.id}>
                  <TableCell component="th" role="rowheader" scope="row">
                    {question.number} {question.title}
                  </TableCell>
                  {drawnStatuses.map(status => (
                    <TableCell key={status} align="right">
                      {group.counts[status]}
                    </TableCell>
                  ))}
                  <TableCell align="right">
                    {percent(group.passRate)}%
                  </TableCell>
                  <TableCell align="right">
                    {group.change30d === undefined
                      ? '–'
                      : signed(group.change30d)}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        ) : (
          <>
            <div className={`${classes.row} ${classes.head}`} aria-hidden>
              <span />
              <span />
              <MeterKey />
              <span />
              <span className={classes.change}>{t('rates.days')}</span>
            </div>
            <ol className={classes.list}>
              {rows.map(({ question, group }) => (
                <li key={question.id} className={classes.row}>
                  <span className={classes.number}>{question.number}</span>
                  <span className={classes.title}>{question.title}</span>
                  <Meter counts={group.counts} height={10} />
                  <span className={classes.rate}>
                    {percent(group.passRate)}%
                  </span>
                  <span className={classes.change}>
                    {group.change30d !== undefined && signed(group.change30d)}
                  </span>
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </Panel>
  );
}
