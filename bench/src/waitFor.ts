import { setTimeout as delay } from 'node:timers/promises';

/** Waits until a condition holds, and says what it waited for when it gives up. */
export async function waitFor(
  what: string,
  condition: () => boolean | Promise<boolean>,
  timeoutMs: number,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > deadline) {
      throw new Error(`gave up after ${timeoutMs / 1000} s: ${what}`);
    }
    await delay(1000);
  }
}
