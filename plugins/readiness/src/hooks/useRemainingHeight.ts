import { useLayoutEffect, useState, type RefObject } from 'react';

/**
 * Height from the top of an element down to the lower edge of the window, in
 * pixels, so that it scrolls by itself and the page does not.
 *
 * @param below - room to leave free.
 * @param least - a low window scrolls rather than squeeze it further.
 */
export function useRemainingHeight(
  ref: RefObject<HTMLElement>,
  { below, least }: { below: number; least: number },
): number {
  const [height, setHeight] = useState(least);
  useLayoutEffect(() => {
    const measure = () => {
      const top = ref.current?.getBoundingClientRect().top ?? 0;
      setHeight(Math.max(least, Math.floor(window.innerHeight - top - below)));
    };
    measure();
    window.addEventListener('resize', measure);
    // What stands above, such as a banner, comes and goes without a resize.
    const observer =
      typeof ResizeObserver === 'undefined'
        ? undefined
        : new ResizeObserver(measure);
    if (ref.current?.parentElement) {
      observer?.observe(ref.current.parentElement);
    }
    return () => {
      window.removeEventListener('resize', measure);
      observer?.disconnect();
    };
  }, [ref, below, least]);
  return height;
}
