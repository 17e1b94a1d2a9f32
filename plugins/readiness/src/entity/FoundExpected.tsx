import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CheckExplanation } from '@airworthy/plugin-readiness-common';
import { tokensOf } from '../components';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexWrap: 'wrap', gap: '0 22px', margin: 0 },
    stacked: { display: 'grid', gap: 3 },
    pair: { display: 'flex', gap: 7, minWidth: 0 },
    pairStacked: {
      display: 'grid',
      gridTemplateColumns: '68px minmax(0, 1fr)',
      gap: 0,
    },
    term: { color: tokensOf(theme).textSecondary, margin: 0 },
    value: { margin: 0, overflowWrap: 'anywhere' },
    found: { fontWeight: 700 },
  }),
  { name: 'AirworthyFoundExpected' },
);

/** @internal */
export interface FoundExpectedProps {
  check: Pick<CheckExplanation, 'status' | 'found' | 'expected'>;
  /** One under the other, for narrow places. */
  stacked?: boolean;
}

/**
 * What was found, and what is expected. Where the status is unknown nothing was
 * found: what is missing is for others to say.
 */
export function FoundExpected({ check, stacked }: FoundExpectedProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const pair = `${classes.pair} ${stacked ? classes.pairStacked : ''}`;
  return (
    <dl className={`${classes.root} ${stacked ? classes.stacked : ''}`}>
      {check.found && check.status !== 'unknown' && (
        <div className={pair}>
          <dt className={classes.term}>{t('check.found')}</dt>
          <dd className={`${classes.value} ${classes.found}`}>{check.found}</dd>
        </div>
      )}
      <div className={pair}>
        <dt className={classes.term}>{t('check.expected')}</dt>
        <dd className={classes.value}>{check.expected}</dd>
      </div>
    </dl>
  );
}
