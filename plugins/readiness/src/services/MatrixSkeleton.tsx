import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  { root: { padding: 16 } },
  { name: 'AirworthyMatrixSkeleton' },
);

/** The shape of the matrix while nothing is known yet. */
export function MatrixSkeleton() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  return (
    <div
      className={classes.root}
      role="status"
      aria-label={t('state.loadingServices')}
    >
      <Skeleton variant="rect" height={170} />
      {Array.from({ length: 16 }, (_item, index) => (
        <Skeleton key={index} variant="text" height={25} />
      ))}
    </div>
  );
}
