import { setTimeout as delay } from 'node:timers/promises';

/** Asks until the answer is yes; fails with the last error. */
export async function eventually(
  what: string,
  ask: () => Promise<boolean>,
): Promise<void> {
  const end = Date.now() + 40_000;
  let last: unknown;
  while (Date.now() < end) {
    try {
      if (await ask()) {
        return;
      }
    } catch (error) {
      last = error;
    }
    await delay(50);
  }
  throw new Error(`not true in time: ${what}`, { cause: last });
}
