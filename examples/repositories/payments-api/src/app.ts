import Fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { audit } from './audit.js';
import { createPayment, findPayment } from './db/payments.js';
import { pool } from './db/pool.js';
import { logger } from './logger.js';
import { register, requestDuration } from './metrics.js';
import { fraudScore } from './provider/fraud.js';

const paymentBody = z.object({
  orderId: z.string().min(1),
  amountCents: z.number().int().positive(),
  currency: z.string().length(3),
});

export interface AppOptions {
  enqueue: (paymentId: string) => void;
  draining: () => boolean;
}

export function createApp(options: AppOptions): FastifyInstance {
  const app = Fastify({ loggerInstance: logger });

  app.addHook('onResponse', async (request, reply) => {
    requestDuration.observe(
      {
        route: request.routeOptions.url ?? 'unknown',
        status: String(reply.statusCode),
        tenant: String(request.headers['x-tenant'] ?? 'none'),
      },
      reply.elapsedTime / 1000,
    );
  });

  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) => {
    if (options.draining()) {
      return reply.code(503).send({ status: 'draining' });
    }
    await pool.query('SELECT 1');
    return { status: 'ok' };
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(register.contentType).send(await register.metrics()),
  );

  app.post('/payments', async (request, reply) => {
    const key = request.headers['idempotency-key'];
    const body = paymentBody.safeParse(request.body);
    if (typeof key !== 'string' || !body.success) {
      return reply.code(400).send({ error: 'An idempotency key and a valid payment are required' });
    }
    const score = await fraudScore(body.data.orderId);
    if (score !== undefined && score > 0.95) {
      return reply.code(402).send({ error: 'The payment was declined' });
    }
    const payment = await createPayment(key, body.data);
    if (!payment) {
      return reply.code(503).send({ error: 'Try again' });
    }
    await audit({
      actor: String(request.headers['x-user'] ?? 'unknown'),
      action: 'payment.created',
      subject: payment.id,
      detail: { amountCents: payment.amountCents },
    });
    options.enqueue(payment.id);
    return reply.code(202).send(payment);
  });

  app.get<{ Params: { id: string } }>('/payments/:id', async (request, reply) => {
    const payment = await findPayment(request.params.id);
    return payment ?? reply.code(404).send({ error: 'There is no such payment' });
  });

  return app;
}
