import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { SCORECARDS_CHANNEL } from '@airworthy/plugin-readiness-common';
import { useEffect, useRef } from 'react';

/** Milliseconds over which open pages spread what they all hear at once. */
const SPREAD = 1000;

/**
 * Calls back when the back end tells that scorecards changed: the first time at
 * once, then at most once in `every` milliseconds, and never while the page is
 * out of sight. Without the signals plugin it never calls.
 */
export function useScorecardsSignal(
  onChange: () => void,
  options: { every: number },
): void {
  const signals = useApiHolder().get(signalApiRef);
  const { every } = options;
  const onChangeRef = useRef(onChange);
  onChangeRef.current = onChange;

  useEffect(() => {
    if (!signals) {
      return undefined;
    }
    let last = -Infinity;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting = false;
    const tell = () => {
      timer = undefined;
      waiting = document.visibilityState === 'hidden';
      if (!waiting) {
        last = Date.now();
        onChangeRef.current();
      }
    };
    const onVisible = () => {
      if (waiting && document.visibilityState === 'visible') {
        tell();
      }
    };
    const { unsubscribe } = signals.subscribe(SCORECARDS_CHANNEL, () => {
      if (timer === undefined && !waiting) {
        const rest = Math.max(0, last + every - Date.now());
        timer = setTimeout(tell, rest + Math.random() * SPREAD);
      }
    });
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      unsubscribe();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [signals, every]);
}
