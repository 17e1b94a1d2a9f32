import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { tokensOf } from './tokens';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        flex: 1,
        display: 'grid',
        justifyItems: 'center',
        alignContent: 'center',
        gap: 6,
        padding: '24px 28px 26px',
        textAlign: 'center',
        color: tokens.text,
      },
      icon: {
        marginBottom: 4,
        color: tokens.textSecondary,
        lineHeight: 0,
        '& svg': { fontSize: 34 },
      },
      title: {
        margin: 0,
        fontSize: 15,
        lineHeight: '20px',
        fontWeight: 700,
        letterSpacing: 0,
      },
      text: {
        maxWidth: 440,
        color: tokens.textSecondary,
        fontSize: 13.5,
        lineHeight: '19px',
        textWrap: 'balance',
        overflowWrap: 'anywhere',
      },
      actions: {
        display: 'flex',
        flexWrap: 'wrap',
        justifyContent: 'center',
        gap: 8,
        marginTop: 8,
      },
    };
  },
  { name: 'AirworthyBlankState' },
);

/** @internal */
export interface BlankStateProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** `alert` where something went wrong. */
  role?: 'alert' | 'status';
}

/** What stands where there is nothing to show: why, and what to do. */
export function BlankState(props: BlankStateProps) {
  const { icon, title, children, actions, role } = props;
  const classes = useStyles();
  return (
    <div className={classes.root} role={role}>
      <span aria-hidden className={classes.icon}>
        {icon}
      </span>
      <h3 className={classes.title}>{title}</h3>
      {children && <div className={classes.text}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
