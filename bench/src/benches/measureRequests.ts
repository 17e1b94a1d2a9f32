import type { Portal, Reader } from '../portal/Portal';

const WARM_UP = 20;

/**
 * Asks for a page again and again, after some requests that do not count.
 *
 * @returns how long each answer took to its last byte, in milliseconds
 */
export async function measureRequests(
  portal: Portal,
  path: string,
  reader: Reader,
  requests: number,
): Promise<number[]> {
  for (let request = 0; request < Math.min(WARM_UP, requests); request += 1) {
    await portal.get(path, reader);
  }
  const durations: number[] = [];
  for (let request = 0; request < requests; request += 1) {
    const startedAt = performance.now();
    await portal.get(path, reader);
    durations.push(performance.now() - startedAt);
  }
  return durations;
}

/** To a tenth of a millisecond. */
export function roundMs(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
