/** One moment of a service's history. */
export interface PassPoint {
  /** ISO 8601. */
  at: string;
  pass: number;
  applicable: number;
}

/** Where things are drawn, in a plane of `width` by `height`. */
export interface TrendGeometry {
  /** SVG path of the number that passes, as steps. */
  pass: string;
  /** SVG path of the number that applies, as steps. */
  applicable: string;
  /** Lines across, each with the number it stands for. */
  ticks: Array<{ value: number; y: number }>;
  /** Where the last value of each ends. */
  end: { x: number; pass: number; applicable: number };
  /** Place of a moment from left to right. */
  x: (at: string) => number;
}

/** The smallest of these steps gives at most four lines across. */
const STEPS = [1, 2, 5, 10, 20, 50, 100];

/**
 * Places a history. Values change in steps: a check passes or it does not,
 * and no value between two evaluations was ever true.
 */
export function trendGeometry(
  points: readonly PassPoint[],
  size: { width: number; height: number },
): TrendGeometry {
  const times = points.map(point => Date.parse(point.at));
  const from = times[0];
  const span = Math.max(times[times.length - 1] - from, 1);
  const lowest = Math.min(...points.map(point => point.pass));
  const highest = Math.max(...points.map(point => point.applicable));
  const step =
    STEPS.find(candidate => (highest - lowest) / candidate <= 3) ??
    Math.ceil((highest - lowest) / 3);
  const bottom = Math.max(0, Math.floor(lowest / step) * step);
  const top = Math.max(Math.ceil(highest / step) * step, bottom + step);

  const x = (at: string) =>
    round(((Date.parse(at) - from) / span) * size.width);
  const y = (value: number) =>
    round(size.height - ((value - bottom) / (top - bottom)) * size.height);
  const path = (read: (point: PassPoint) => number) =>
    points
      .map((point, index) =>
        index === 0
          ? `M${x(point.at)} ${y(read(point))}`
          : `H${x(point.at)}V${y(read(point))}`,
      )
      .join('');

  const ticks = [];
  for (let value = bottom; value <= top; value += step) {
    ticks.push({ value, y: y(value) });
  }
  const last = points[points.length - 1];
  return {
    pass: path(point => point.pass),
    applicable: path(point => point.applicable),
    ticks,
    end: {
      x: x(last.at),
      pass: y(last.pass),
      applicable: y(last.applicable),
    },
    x,
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
