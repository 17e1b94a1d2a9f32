import Fastify from 'fastify';
import { collectDefaultMetrics, register } from 'prom-client';
import { averageStars, pool } from './reviews.js';

collectDefaultMetrics();
const app = Fastify({ logger: true });

app.get('/live', async () => 'ok');
app.get('/ready', async () => {
  await pool.query('SELECT 1');
  return 'ok';
});
app.get('/metrics', async (_request, reply) =>
  reply.type(register.contentType).send(await register.metrics()),
);
app.get<{ Params: { sku: string } }>('/products/:sku/reviews', async request => {
  const { rows } = await pool.query<{ stars: number; body: string }>(
    'SELECT stars, body FROM reviews WHERE sku = $1 AND approved ORDER BY written_at DESC LIMIT 50',
    [request.params.sku],
  );
  return { average: averageStars(rows), reviews: rows };
});

await app.listen({ port: 8080, host: '0.0.0.0' });
process.on('SIGTERM', () => void app.close().then(() => pool.end()));
