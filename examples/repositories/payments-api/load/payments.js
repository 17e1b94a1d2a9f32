import http from 'k6/http';
import { check } from 'k6';

// Last run: see docs/load-tests/2026-10-06.md.
export const options = {
  scenarios: {
    ramp: { executor: 'ramping-arrival-rate', startRate: 50, timeUnit: '1s', preAllocatedVUs: 400,
      stages: [{ target: 900, duration: '15m' }] },
  },
  thresholds: { http_req_failed: ['rate<0.001'], http_req_duration: ['p(99)<400'] },
};

export default function () {
  const response = http.post(
    `${__ENV.BASE_URL}/payments`,
    JSON.stringify({ orderId: `load-${__VU}-${__ITER}`, amountCents: 1999, currency: 'EUR' }),
    { headers: { 'content-type': 'application/json', 'idempotency-key': `load-${__VU}-${__ITER}` } },
  );
  check(response, { accepted: r => r.status === 202 });
}
