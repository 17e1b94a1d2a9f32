import { defaultAxes, type AxisList } from '@airworthy/plugin-tradeoffs-common';
import { useMemo } from 'react';
import { useResource } from './useResource';

/** An axis as the back end knows it: config may add to the six. */
export type Axis = AxisList['axes'][number];

/** The axes by id; the six that are always there until the answer arrives. */
export function useAxes(): ReadonlyMap<string, Axis> {
  const { value } = useResource('axes', api => api.listAxes());
  return useMemo(
    () =>
      new Map(
        (
          value?.axes ??
          defaultAxes.map(axis => ({
            ...axis,
            poles: [...axis.poles],
            stops: [...axis.stops],
            checks: [...axis.checks],
          }))
        ).map(axis => [axis.id, axis]),
      ),
    [value],
  );
}
