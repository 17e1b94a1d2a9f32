import { setTimeout } from 'node:timers/promises';

const INTERVAL_MS = 20;
// Only a failure waits so long: a busy machine may take its time.
const TIMEOUT_MS = 90_000;

/** Waits for a condition; fails where it does not come true. */
export async function waitUntil(
  condition: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) {
      throw new Error('What was waited for did not come true');
    }
    await setTimeout(INTERVAL_MS);
  }
}
