import { useRouteRef } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { servicesRouteRef } from '../routes';
import { withMatrixState, type MatrixState } from '../services/matrixState';

/** Gives the address of the matrix in some state; all services unless told. */
export function useFleetLink(): (state: Partial<MatrixState>) => string {
  const services = useRouteRef(servicesRouteRef);
  return useCallback(
    state =>
      `${services()}?${withMatrixState(new URLSearchParams(), {
        scope: 'all',
        ...state,
      })}`,
    [services],
  );
}
