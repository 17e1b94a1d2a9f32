import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  {
    quiet: {
      '&&': { color: 'inherit', textDecoration: 'none' },
      '&&:hover, &&:focus-visible': { textDecoration: 'underline' },
    },
  },
  { name: 'AirworthyOutsideLink' },
);

/** @internal */
export interface OutsideLinkProps {
  /** As another system told it. */
  to: string | undefined;
  /** Looks like the text around it until it is pointed at: a name in a list. */
  quiet?: boolean;
  className?: string;
  'aria-label'?: string;
  children: ReactNode;
}

/**
 * A link to a place that another system named: only what the browser fetches
 * from the web becomes one, everything else stays text.
 */
export function OutsideLink(props: OutsideLinkProps) {
  const { to, quiet, className = '', children, ...rest } = props;
  const classes = useStyles();
  return to && /^https?:\/\//i.test(to) ? (
    <Link
      to={to}
      underline={quiet ? 'none' : 'always'}
      color="primary"
      className={`${className} ${quiet ? classes.quiet : ''}`}
      {...rest}
    >
      {children}
    </Link>
  ) : (
    <span className={className}>{children}</span>
  );
}
