import { useRouteRef } from '@backstage/core-plugin-api';
import type { CheckExplanation } from '@airworthy/plugin-readiness-common';
import { newRecordRouteRef } from '../routes';

/**
 * Gives the address at which a failing check can be accepted: a new tradeoff
 * record with service and check filled in. Nothing where the check fails not,
 * may not be accepted, or the plugin tradeoffs is not installed.
 */
export function useTradeoffLink(): (
  entityRef: string,
  check: Pick<CheckExplanation, 'id' | 'status' | 'acceptable'>,
) => string | undefined {
  const newRecordRoute = useRouteRef(newRecordRouteRef);
  return (entityRef, { id, status, acceptable }) =>
    newRecordRoute && status === 'fail' && acceptable
      ? `${newRecordRoute()}?${new URLSearchParams({
          entity: entityRef,
          accepts: id,
        })}`
      : undefined;
}
