// k6 run -e BASE=https://staging… load/items.js: raises the load until more
// than 1 % of the requests fail or take more than a second.
/* global __ENV */
import http from 'k6/http';
import { check } from 'k6';

export const options = {
  scenarios: {
    ramp: {
      executor: 'ramping-arrival-rate',
      startRate: 5,
      timeUnit: '1s',
      preAllocatedVUs: 200,
      stages: [{ target: 500, duration: '10m' }],
    },
  },
  thresholds: {
    http_req_failed: [{ threshold: 'rate<0.01', abortOnFail: true }],
    http_req_duration: [{ threshold: 'p(99)<1000', abortOnFail: true }],
  },
};

export default function () {
  check(http.get(`${__ENV.BASE}/api/items`), {
    answered: ({ status }) => status === 200,
  });
}
