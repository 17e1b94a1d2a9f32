import type { DetectorContext } from '../../Detector';

/**
 * Wraps a computation that several detectors need, such as reading the
 * manifests, so that it runs once for each service however many ask.
 */
export function memoizePerContext<T>(
  compute: (context: DetectorContext) => Promise<T>,
): (context: DetectorContext) => Promise<T> {
  const results = new WeakMap<DetectorContext, Promise<T>>();
  return context => {
    const known = results.get(context);
    if (known) {
      return known;
    }
    const result = compute(context);
    results.set(context, result);
    return result;
  };
}
