import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';

/** Gives the address of a service's tab "Readiness", at one check if told. */
export function useServiceLink(): (ref: string, check?: string) => string {
  const entityRoute = useRouteRef(entityRouteRef);
  return useCallback(
    (ref, check) => {
      const { kind, namespace, name } = parseEntityRef(ref);
      const path = entityRoute({
        kind: kind.toLocaleLowerCase('en-US'),
        namespace,
        name,
      });
      const query = check ? `?${new URLSearchParams({ check })}` : '';
      return `${path}/readiness${query}`;
    },
    [entityRoute],
  );
}
