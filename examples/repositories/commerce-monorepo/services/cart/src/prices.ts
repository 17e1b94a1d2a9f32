import { ConsecutiveBreaker, ExponentialBackoff, TimeoutStrategy, circuitBreaker, handleAll, retry, timeout, wrap } from 'cockatiel';

const policy = wrap(
  retry(handleAll, { maxAttempts: 2, backoff: new ExponentialBackoff() }),
  circuitBreaker(handleAll, { halfOpenAfter: 5_000, breaker: new ConsecutiveBreaker(5) }),
  timeout(500, TimeoutStrategy.Aggressive),
);

export function price(sku: string): Promise<number> {
  return policy.execute(async ({ signal }) => {
    const response = await fetch(`${process.env.PRICING_URL}/prices/${encodeURIComponent(sku)}`, { signal });
    const body = (await response.json()) as { cents: number };
    return body.cents;
  });
}
