import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { tokensOf } from '../components';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: { flex: 1, padding: '2px 18px 14px' },
    summary: { display: 'flex', alignItems: 'center', gap: 16 },
    next: {
      marginTop: 14,
      paddingTop: 9,
      borderTop: `1px solid ${tokensOf(theme).line}`,
    },
    hidden: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'AirworthyCardSkeleton' },
);

/** The shape of the card while nothing is known yet. */
export function CardSkeleton() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <span role="status" className={classes.hidden}>
        {t('state.loadingScorecard')}
      </span>
      <div aria-hidden>
        <div className={classes.summary}>
          <Skeleton variant="circle" width={84} height={84} />
          <div>
            <Skeleton variant="text" width={110} height={28} />
            <Skeleton variant="text" width={170} />
          </div>
        </div>
        <div className={classes.next}>
          <Skeleton variant="text" width={150} />
          <Skeleton variant="text" />
          <Skeleton variant="text" width="80%" />
        </div>
      </div>
    </div>
  );
}
