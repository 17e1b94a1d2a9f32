import { TimeoutStrategy, handleAll, fallback, timeout, wrap } from 'cockatiel';
import { config } from '../config.js';
import { unscored } from '../metrics.js';

const policy = wrap(
  fallback(handleAll, () => {
    unscored.inc();
    return undefined;
  }),
  timeout(250, TimeoutStrategy.Aggressive),
);

/** Optional: without a score the payment is taken and reviewed by hand later. */
export function fraudScore(orderId: string): Promise<number | undefined> {
  return policy.execute(async ({ signal }) => {
    const response = await fetch(`${config.fraudUrl}/scores`, {
      method: 'POST',
      signal,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ orderId }),
    });
    if (!response.ok) {
      throw new Error(`fraud-scoring answered ${response.status}`);
    }
    const body = (await response.json()) as { score: number };
    return body.score;
  });
}
