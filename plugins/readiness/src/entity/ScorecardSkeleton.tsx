import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { tokensOf } from '../components';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: 16 },
    surface: {
      borderRadius: tokensOf(theme).radius,
      backgroundColor: tokensOf(theme).paper,
      padding: 20,
    },
    level: { display: 'grid', gridTemplateColumns: '104px 1fr', gap: 24 },
    hidden: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'AirworthyScorecardSkeleton' },
);

/** The shape of the tab while nothing is known yet. */
export function ScorecardSkeleton() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <span role="status" className={classes.hidden}>
        {t('state.loadingScorecard')}
      </span>
      <Paper elevation={0} className={classes.surface} aria-hidden>
        <div className={classes.level}>
          <Skeleton variant="circle" width={104} height={104} />
          <div>
            <Skeleton variant="text" width={180} height={32} />
            <Skeleton variant="text" width={320} />
            <Skeleton variant="text" />
          </div>
        </div>
      </Paper>
      <Paper elevation={0} className={classes.surface} aria-hidden>
        <Skeleton variant="text" width={200} height={28} />
        <Skeleton variant="text" height={48} />
        <Skeleton variant="text" height={48} />
      </Paper>
      <Paper elevation={0} className={classes.surface} aria-hidden>
        {Array.from({ length: 10 }, (_item, index) => (
          <Skeleton key={index} variant="text" height={42} />
        ))}
      </Paper>
    </div>
  );
}
