import { Counter, Gauge, Histogram, collectDefaultMetrics, register } from 'prom-client';
import { pool } from './db/pool.js';

register.setDefaultLabels({ service: 'payments-api' });
collectDefaultMetrics();

export const requestDuration = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Requests by route and status',
  labelNames: ['route', 'status', 'tenant'],
});

export const captureDuration = new Histogram({
  name: 'payments_capture_duration_seconds',
  help: 'From the first attempt of a capture to the answer of the provider',
  labelNames: ['outcome'],
});

export const queryDuration = new Histogram({
  name: 'payments_db_query_duration_seconds',
  help: 'Queries against payments-db',
  labelNames: ['statement'],
});

export const deadLetters = new Counter({
  name: 'payments_captures_dead_lettered_total',
  help: 'Captures set aside after the last attempt',
});

export const unscored = new Counter({
  name: 'payments_unscored_total',
  help: 'Payments taken while fraud-scoring did not answer',
});

new Gauge({
  name: 'payments_db_pool_waiting',
  help: 'Callers waiting for a connection',
  collect() {
    this.set(pool.waitingCount);
  },
});

export { register };
