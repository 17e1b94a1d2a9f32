import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { ReactNode } from 'react';
import { recordRouteRef } from '../routes';

/** @internal */
export interface RecordLinkProps {
  /** Of the record, for the path. */
  id: string;
  className?: string;
  children: ReactNode;
}

/** Leads to the page of a record. */
export function RecordLink({ id, className, children }: RecordLinkProps) {
  const record = useRouteRef(recordRouteRef);
  return (
    <Link
      to={record({ id: encodeURIComponent(id) })}
      className={className}
      underline="always"
    >
      {children}
    </Link>
  );
}
