const widths = [160, 320, 640, 1280, 1920, 3840];

/** The smallest width we make that is not smaller than what was asked for. */
export function servedWidth(asked: number): number {
  return widths.find(width => width >= asked) ?? 3840;
}
