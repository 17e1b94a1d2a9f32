import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { ZodError } from 'zod';
import { logger } from '../logger.js';
import { register, requestDuration } from '../metrics.js';
import type { Lifecycle } from '../lifecycle.js';
import { Unavailable } from './Unavailable.js';

/** What has to answer before an instance takes requests. */
export type ReadinessCheck = () => Promise<void>;

/**
 * The parts that every instance has: health, metrics, limits, and errors that
 * say what to do and nothing of the inside.
 */
export async function createHttpServer(options: {
  lifecycle: Lifecycle;
  ready: ReadinessCheck[];
  /** Requests a minute that one client may send. */
  requestsPerMinute: number;
}): Promise<FastifyInstance> {
  const { lifecycle, ready } = options;
  const loggerInstance: FastifyBaseLogger = logger;
  const app = Fastify({
    loggerInstance,
    bodyLimit: 100_000,
    requestTimeout: 10_000,
    // What is under way when the instance stops is finished; new connections
    // are refused by then.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
  });

  app.addHook('onResponse', async (request, reply) => {
    requestDuration.observe(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: String(reply.statusCode),
      },
      reply.elapsedTime / 1000,
    );
  });

  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Unavailable) {
      return reply
        .code(503)
        .header('retry-after', String(error.retryAfterSeconds))
        .send({ error: error.message });
    }
    if (error instanceof ZodError) {
      return reply.code(400).send({
        error: 'The request is not valid',
        issues: error.issues.map(({ path, message }) => ({
          field: path.join('.'),
          message,
        })),
      });
    }
    const status =
      error instanceof Error &&
      'statusCode' in error &&
      typeof error.statusCode === 'number'
        ? error.statusCode
        : 500;
    if (status >= 500) {
      request.log.error({ err: error }, 'a request failed');
    }
    return reply.code(status).send({
      error:
        status >= 500 || !(error instanceof Error)
          ? 'Something went wrong; try again later'
          : error.message,
    });
  });

  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) => {
    if (lifecycle.stopping) {
      return reply.code(503).send({ status: 'stopping' });
    }
    await Promise.all(ready.map(check => check()));
    return { status: 'ok' };
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(register.contentType).send(await register.metrics()),
  );

  await app.register(underPressure, {
    maxEventLoopDelay: 1000,
    retryAfter: 5,
    message: 'The service is busy; try again in a few seconds',
  });
  await app.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    allowList: request => !request.url.startsWith('/api/'),
  });
  return app;
}
