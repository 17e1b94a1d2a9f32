import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  { root: { padding: '0 20px 8px' } },
  { name: 'AirworthySubPage' },
);

/** The margins that the frame of the new frontend system leaves to its pages. */
export function SubPage({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return <div className={classes.root}>{children}</div>;
}
