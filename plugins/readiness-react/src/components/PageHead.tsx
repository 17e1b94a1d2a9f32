import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { tokensOf } from './tokens';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '8px 12px',
      padding: '6px 0 12px',
      color: tokensOf(theme).text,
    },
    title: {
      margin: 0,
      fontSize: 24,
      lineHeight: '32px',
      fontWeight: 700,
      letterSpacing: '-0.01em',
      overflowWrap: 'anywhere',
    },
    note: {
      color: tokensOf(theme).textSecondary,
      fontSize: 14,
      lineHeight: '20px',
    },
    grow: { flex: 1 },
    actions: { display: 'flex', flexWrap: 'wrap', gap: 8 },
  }),
  { name: 'AirworthyPageHead' },
);

/** @internal */
export interface PageHeadProps {
  title: string;
  note?: ReactNode;
  children?: ReactNode;
}

/** The title of a page, what it counts, and its controls. */
export function PageHead({ title, note, children }: PageHeadProps) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <h1 className={classes.title}>{title}</h1>
      {note && <span className={classes.note}>{note}</span>}
      <span className={classes.grow} />
      <div className={classes.actions}>{children}</div>
    </div>
  );
}
