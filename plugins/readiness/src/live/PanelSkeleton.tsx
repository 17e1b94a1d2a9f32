import Skeleton from '@material-ui/lab/Skeleton';
import { useLiveStyles } from './useLiveStyles';

/** The shape of a panel's list while nothing is known yet. */
export function PanelSkeleton({ label }: { label: string }) {
  const classes = useLiveStyles();
  return (
    <div className={classes.text}>
      <span role="status" className={classes.hidden}>
        {label}
      </span>
      <div aria-hidden>
        <Skeleton variant="text" width="55%" />
        <Skeleton variant="text" />
        <Skeleton variant="text" />
        <Skeleton variant="text" width="80%" />
      </div>
    </div>
  );
}
