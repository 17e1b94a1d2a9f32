/** What a strip has to know of an axis. */
export interface AxisLike {
  id: string;
  title: string;
  /** Words from -2 to 2. */
  stops: readonly string[];
}

/** One of the five stops of a strip. */
export interface Stop {
  /** -2 to 2. */
  position: number;
  words: string;
  role: 'current' | 'previous' | 'plain';
  /** Its words are seen; the others are only heard. */
  shown: boolean;
}

/**
 * The stops of an axis in order. The poles always show their words, and so do
 * the position and the one before it; a previous position that is the present
 * one is none.
 */
export function stopsOf(
  axis: AxisLike,
  position?: number,
  previous?: number,
): Stop[] {
  return axis.stops.map((words, index): Stop => {
    const at = index - 2;
    let role: Stop['role'] = 'plain';
    if (at === position) {
      role = 'current';
    } else if (at === previous) {
      role = 'previous';
    }
    const pole = index === 0 || index === axis.stops.length - 1;
    return { position: at, words, role, shown: pole || role !== 'plain' };
  });
}
