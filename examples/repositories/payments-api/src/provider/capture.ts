import {
  ConsecutiveBreaker,
  ExponentialBackoff,
  TimeoutStrategy,
  circuitBreaker,
  handleAll,
  retry,
  timeout,
  wrap,
} from 'cockatiel';
import { config } from '../config.js';

const attempts = retry(handleAll, {
  maxAttempts: 4,
  backoff: new ExponentialBackoff({ initialDelay: 200, maxDelay: 5_000 }),
});
const breaker = circuitBreaker(handleAll, {
  halfOpenAfter: 10_000,
  breaker: new ConsecutiveBreaker(5),
});
export const providerPolicy = wrap(
  attempts,
  breaker,
  timeout(3_000, TimeoutStrategy.Aggressive),
);

/** The provider recognises the payment id, so a repeated capture charges once. */
export function capture(paymentId: string, amountCents: number): Promise<void> {
  return providerPolicy.execute(async ({ signal }) => {
    const response = await fetch(`${config.providerUrl}/captures`, {
      method: 'POST',
      signal,
      headers: { 'content-type': 'application/json', 'idempotency-key': paymentId },
      body: JSON.stringify({ amountCents }),
    });
    if (!response.ok) {
      throw new Error(`The provider answered ${response.status}`);
    }
  });
}
