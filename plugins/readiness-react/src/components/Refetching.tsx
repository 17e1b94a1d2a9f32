import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { readinessReactTranslationRef } from '../translation';

const useStyles = makeStyles(
  {
    root: { height: 2, marginBottom: -2, position: 'relative', zIndex: 5 },
    bar: { height: 2 },
  },
  { name: 'AirworthyRefetching' },
);

/** A thin bar above rows that are being read again; takes no room. */
export function Refetching({ active }: { active: boolean }) {
  const { t } = useTranslationRef(readinessReactTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.root}>
      {active && (
        <LinearProgress
          className={classes.bar}
          aria-label={t('state.refetching')}
        />
      )}
    </div>
  );
}
