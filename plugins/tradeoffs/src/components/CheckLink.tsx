import { Link } from '@backstage/core-components';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';

/** @internal */
export interface CheckLinkProps {
  entityRef: string;
  check: string;
}

/** Leads to a check on the tab "Readiness" of an entity. */
export function CheckLink({ entityRef, check }: CheckLinkProps) {
  const entityRoute = useRouteRef(entityRouteRef);
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = entityRoute({
    kind: kind.toLocaleLowerCase('en-US'),
    namespace,
    name,
  });
  return (
    <Link
      to={`${path}/readiness?${new URLSearchParams({ check })}`}
      underline="always"
    >
      {check}
    </Link>
  );
}
