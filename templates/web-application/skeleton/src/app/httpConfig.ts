import { z } from 'zod';
import { readEnvironment } from '../environment.js';

const schema = z.object({
  HOST: z.string().default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).default(8080),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  /** How long requests still arrive after readiness went off. */
  DRAIN_MS: z.coerce.number().int().min(0).default(10_000),
});

export function readHttpConfig(environment?: NodeJS.ProcessEnv) {
  const settings = readEnvironment(schema, environment);
  return {
    host: settings.HOST,
    port: settings.PORT,
    requestsPerMinute: settings.REQUESTS_PER_MINUTE,
    drainMs: settings.DRAIN_MS,
  };
}
