import { useEffect, useState } from 'react';

/**
 * The present, renewed once a minute, so that ages on a page left open stay
 * true.
 */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
