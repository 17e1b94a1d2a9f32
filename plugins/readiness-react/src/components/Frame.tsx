import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { tokensOf } from './tokens';

const useStyles = makeStyles(
  theme => ({
    root: {
      // The frame around may be of another kit, with a type of its own.
      fontFamily: theme.typography.fontFamily,
      fontSize: 14,
      lineHeight: '20px',
      fontVariantNumeric: 'tabular-nums',
      color: tokensOf(theme).text,
    },
    page: { padding: '0 20px 8px' },
  }),
  { name: 'AirworthyFrame' },
);

/** @internal */
export interface FrameProps {
  /**
   * Adds the margins and the landmark that the new frontend system leaves to
   * its pages.
   */
  page?: boolean;
  children: ReactNode;
}

/** The type and colour of text that all of the plugin's content shares. */
export function Frame({ page, children }: FrameProps) {
  const classes = useStyles();
  // A page of the new frontend system brings no landmark for its content; an
  // entity page does.
  return page ? (
    <main className={`${classes.root} ${classes.page}`}>{children}</main>
  ) : (
    <div className={classes.root}>{children}</div>
  );
}
