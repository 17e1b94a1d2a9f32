import { setTimeout } from 'node:timers/promises';

const PATIENCE = 60_000;
const PAUSE = 50;

/**
 * Reads until what is read is as wanted; an error counts as not yet.
 *
 * @throws where that does not come in time, with what was last read
 */
export async function eventually<T>(
  what: string,
  read: () => Promise<T>,
  reached: (state: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  let last = '';
  while (Date.now() < deadline) {
    try {
      const state = await read();
      if (reached(state)) {
        return state;
      }
      last = JSON.stringify(state);
    } catch (error) {
      last = String(error);
    }
    await setTimeout(PAUSE);
  }
  throw new Error(`${what}: not within ${PATIENCE} ms, but ${last}`);
}
