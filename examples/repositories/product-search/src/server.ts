import { Client } from '@opensearch-project/opensearch';
import { ExponentialBackoff, handleAll, retry } from 'cockatiel';
import Fastify from 'fastify';
import { collectDefaultMetrics, register } from 'prom-client';
import { productQuery } from './query.js';

collectDefaultMetrics();
const client = new Client({ node: process.env.OPENSEARCH_URL ?? '', requestTimeout: 800, maxRetries: 0 });
const again = retry(handleAll, { maxAttempts: 1, backoff: new ExponentialBackoff({ initialDelay: 20 }) });
const app = Fastify({ logger: true });

app.get('/health/live', async () => 'ok');
app.get('/health/ready', async () => (await client.ping()).statusCode);
app.get('/metrics', async (_request, reply) => reply.type(register.contentType).send(await register.metrics()));
app.get<{ Querystring: { q?: string } }>('/search', async request => {
  const { body } = await again.execute(() =>
    client.search({ index: 'products', body: { query: productQuery(request.query.q ?? ''), size: 20 } }),
  );
  return body.hits.hits.map(hit => hit._source);
});

await app.listen({ port: 8080, host: '0.0.0.0' });
process.on('SIGTERM', () => void app.close());
