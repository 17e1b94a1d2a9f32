import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useId, type ReactNode } from 'react';
import { tokensOf } from './tokens';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        borderRadius: tokens.radius,
        backgroundColor: tokens.paper,
        color: tokens.text,
        fontVariantNumeric: 'tabular-nums',
        minWidth: 0,
      },
      header: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '4px 10px',
        padding: '16px 20px 12px',
      },
      dense: { padding: '14px 16px 8px' },
      title: {
        margin: 0,
        fontSize: 17,
        lineHeight: '24px',
        fontWeight: 700,
        letterSpacing: 0,
      },
      titleDense: { fontSize: 15, lineHeight: '20px' },
      note: {
        fontSize: 12.5,
        lineHeight: '18px',
        color: tokens.textSecondary,
      },
      grow: { flex: 1 },
    };
  },
  { name: 'AirworthyPanel' },
);

/** @internal */
export interface PanelProps {
  title: ReactNode;
  /** A few words beside the title; at the other end where it is dense. */
  note?: ReactNode;
  /** On the right of the title. */
  actions?: ReactNode;
  /** Smaller title and paddings, for the right column. */
  dense?: boolean;
  className?: string;
  children?: ReactNode;
}

/** A surface with a heading; its name is the heading. */
export function Panel(props: PanelProps) {
  const { title, note, actions, dense, className, children } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <Paper
      component="section"
      elevation={0}
      className={`${classes.root} ${className ?? ''}`}
      aria-labelledby={id}
    >
      <header className={`${classes.header} ${dense ? classes.dense : ''}`}>
        <h2
          id={id}
          className={`${classes.title} ${dense ? classes.titleDense : ''}`}
        >
          {title}
        </h2>
        {note && !dense && <span className={classes.note}>{note}</span>}
        <span className={classes.grow} />
        {note && dense && <span className={classes.note}>{note}</span>}
        {actions}
      </header>
      {children}
    </Paper>
  );
}
