import Fastify from 'fastify';
import { collectDefaultMetrics, register } from 'prom-client';
import { asTenant, close, ping } from './tenants.js';

collectDefaultMetrics();
const app = Fastify({ logger: true });

app.get('/health/live', async () => 'ok');
app.get('/health/ready', async () => {
  await ping();
  return 'ok';
});
app.get('/metrics', async (_request, reply) => reply.type(register.contentType).send(await register.metrics()));
app.get<{ Params: { tenant: string } }>('/tenants/:tenant/settings', request =>
  asTenant(request.params.tenant, async client => {
    const { rows } = await client.query<{ key: string; value: string }>('SELECT key, value FROM settings');
    return Object.fromEntries(rows.map(row => [row.key, row.value]));
  }),
);

await app.listen({ port: 8080, host: '0.0.0.0' });
process.on('SIGTERM', () => void app.close().then(close));
