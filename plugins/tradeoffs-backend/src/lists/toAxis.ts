import type {
  TradeoffAxis,
  TradeoffsSchemas,
} from '@airworthy/plugin-tradeoffs-common';

/** An axis as the API tells it. */
export function toAxis(
  axis: TradeoffAxis,
): TradeoffsSchemas['schemas']['Axis'] {
  return {
    id: axis.id,
    title: axis.title,
    poles: [...axis.poles],
    stops: [...axis.stops],
    checks: [...axis.checks],
  };
}

/** The words of a position on an axis; the number where the axis is unknown. */
export function wordsOf(
  axes: readonly TradeoffAxis[],
  axis: string,
  position: number,
): string {
  return (
    axes.find(({ id }) => id === axis)?.stops[position + 2] ?? `${position}`
  );
}
