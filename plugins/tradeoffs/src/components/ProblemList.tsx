import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/Error';
import WarningIcon from '@material-ui/icons/Warning';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RecordProblem } from '@airworthy/plugin-tradeoffs-common';
import { tokensOf, useToneStyles } from '@airworthy/plugin-readiness-react';
import { tradeoffsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'grid',
        gap: 6,
        margin: 0,
        padding: 0,
        listStyle: 'none',
      },
      item: {
        display: 'grid',
        gridTemplateColumns: '18px minmax(0, 1fr)',
        gap: 6,
        fontSize: 13,
        lineHeight: '18px',
        overflowWrap: 'anywhere',
        '& svg': { fontSize: 16, marginTop: 1 },
      },
      place: {
        fontFamily: tokens.fontMonospace,
        fontSize: 12,
        color: tokens.textSecondary,
      },
    };
  },
  { name: 'AirworthyProblemList' },
);

/** @internal */
export interface ProblemListProps {
  problems: readonly RecordProblem[];
}

/** What is wrong with a record's file, errors first, each with its place. */
export function ProblemList({ problems }: ProblemListProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const tones = useToneStyles();
  const errors = problems.filter(problem => problem.severity === 'error');
  const warnings = problems.filter(problem => problem.severity !== 'error');
  return (
    <ul className={classes.root}>
      {[...errors, ...warnings].map((problem, index) => (
        <li key={index} className={classes.item}>
          {problem.severity === 'error' ? (
            <ErrorIcon aria-hidden className={tones.fail} />
          ) : (
            <WarningIcon aria-hidden className={tones.attention} />
          )}
          <span>
            <b>{t(`problems.${problem.severity}`)}</b>{' '}
            <span className={classes.place}>
              {t('problems.place', {
                line: String(problem.line),
                column: String(problem.column),
              })}
            </span>{' '}
            {problem.message}
          </span>
        </li>
      ))}
    </ul>
  );
}
