import Fastify from 'fastify';
import { Redis } from 'ioredis';
import { collectDefaultMetrics, register } from 'prom-client';
import { type Line, withLine } from './cart.js';
import { price } from './prices.js';

collectDefaultMetrics();
const redis = new Redis(process.env.REDIS_URL ?? '', { connectTimeout: 1_000, commandTimeout: 500, maxRetriesPerRequest: 2 });
const app = Fastify({ logger: true });

app.get('/health/live', async () => 'ok');
app.get('/health/ready', async () => redis.ping());
app.get('/metrics', async (_request, reply) => reply.type(register.contentType).send(await register.metrics()));

app.post<{ Params: { id: string }; Body: Line }>('/carts/:id/lines', async request => {
  const stored = await redis.get(`cart:${request.params.id}`);
  const lines = withLine(stored ? (JSON.parse(stored) as Line[]) : [], request.body);
  await redis.set(`cart:${request.params.id}`, JSON.stringify(lines), 'EX', 30 * 86_400);
  const prices = await Promise.all(lines.map(line => price(line.sku)));
  return { lines, cents: lines.reduce((sum, line, i) => sum + line.quantity * (prices[i] ?? 0), 0) };
});

await app.listen({ port: 8080, host: '0.0.0.0' });
process.on('SIGTERM', () => void app.close().then(() => redis.quit()));
