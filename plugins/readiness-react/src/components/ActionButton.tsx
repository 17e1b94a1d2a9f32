import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import type { MouseEventHandler, ReactNode } from 'react';
import { tokensOf } from './tokens';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        minWidth: 0,
        height: 28,
        padding: '0 10px',
        borderRadius: 4,
        fontSize: 12.5,
        lineHeight: '16px',
        fontWeight: 700,
        letterSpacing: 0,
        textTransform: 'none',
        whiteSpace: 'nowrap',
      },
      tall: { height: 32, padding: '0 12px', fontSize: 13 },
      plain: {
        color: tokens.link,
        borderColor: tokens.lineStrong,
        backgroundColor: tokens.paper,
        '&:hover': { backgroundColor: tokens.hover },
      },
      text: {
        color: tokens.link,
        padding: '0 8px',
        '&:hover': { backgroundColor: tokens.hover },
      },
      primary: {
        color: tokens.onLink,
        backgroundColor: tokens.link,
        '&:hover': {
          color: tokens.onLink,
          backgroundColor: tokens.link,
          textDecoration: 'underline',
        },
      },
      icon: { marginRight: 6, marginLeft: 0, '& svg': { fontSize: 16 } },
    };
  },
  { name: 'AirworthyActionButton' },
);

/** @internal */
export interface ActionButtonProps {
  /** One `primary` in a block at most. Default `plain`. */
  kind?: 'primary' | 'plain' | 'text';
  /** Stands among filters. */
  tall?: boolean;
  icon?: ReactNode;
  /** A link that looks like a button. */
  to?: string;
  onClick?: MouseEventHandler<HTMLElement>;
  disabled?: boolean;
  type?: 'button' | 'submit';
  'aria-label'?: string;
  'aria-expanded'?: boolean;
  'aria-controls'?: string;
  'aria-haspopup'?: 'listbox' | 'dialog' | 'menu';
  children: ReactNode;
}

/** The kit's button at the size and weight of these pages. */
export function ActionButton(props: ActionButtonProps) {
  const { kind = 'plain', tall, icon, to, type = 'button', ...rest } = props;
  const classes = useStyles();
  const variants = {
    primary: 'contained',
    plain: 'outlined',
    text: 'text',
  } as const;
  return (
    <Button
      {...rest}
      {...(to === undefined ? { type } : { component: Link, to, role: 'link' })}
      size="small"
      disableElevation
      variant={variants[kind]}
      startIcon={icon}
      classes={{ startIcon: classes.icon }}
      className={`${classes.root} ${tall ? classes.tall : ''} ${classes[kind]}`}
    />
  );
}
