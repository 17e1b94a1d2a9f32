import { pino } from 'pino';

/** One JSON object a line on stdout; the cluster ships it. */
export const logger = pino({
  base: { service: process.env.OTEL_SERVICE_NAME ?? 'payments-api' },
  redact: ['*.cardNumber', '*.authorization'],
});
