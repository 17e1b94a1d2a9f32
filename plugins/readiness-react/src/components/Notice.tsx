import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from './tokens';
import { useToneStyles } from './useToneStyles';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        gap: 8,
        padding: '7px 10px',
        borderRadius: 4,
        fontSize: 13,
        lineHeight: '18px',
        color: tokens.text,
      },
      attention: { backgroundColor: tokens.tones.attention.tint },
      accepted: { backgroundColor: tokens.tones.accepted.tint },
      unknown: { backgroundColor: tokens.tones.unknown.tint },
      fail: { backgroundColor: tokens.tones.fail.tint },
      icon: {
        display: 'inline-flex',
        marginTop: 1,
        '& svg': { fontSize: 16 },
      },
      body: { minWidth: 0, overflowWrap: 'anywhere' },
    };
  },
  { name: 'AirworthyNotice' },
);

/** @internal */
export interface NoticeProps {
  tone: 'attention' | 'accepted' | 'unknown' | 'fail';
  icon: ReactNode;
  /** `status` announces it politely, `alert` at once. */
  role?: 'status' | 'alert';
  children: ReactNode;
}

/** A remark on its tint. */
export function Notice({ tone, icon, role, children }: NoticeProps) {
  const classes = useStyles();
  const tones = useToneStyles();
  return (
    <div className={`${classes.root} ${classes[tone]}`} role={role}>
      <span aria-hidden className={`${classes.icon} ${tones[tone]}`}>
        {icon}
      </span>
      <div className={classes.body}>{children}</div>
    </div>
  );
}
