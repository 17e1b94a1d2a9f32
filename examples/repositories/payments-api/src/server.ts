import { createApp } from './app.js';
import { config } from './config.js';
import { pool } from './db/pool.js';
import { logger } from './logger.js';
import { captureQueue, openQueue } from './queue.js';

const channel = await openQueue();
let draining = false;

const app = createApp({
  enqueue: id => {
    channel.sendToQueue(captureQueue, Buffer.from(id), { persistent: true });
  },
  draining: () => draining,
});
await app.listen({ port: config.port, host: '0.0.0.0' });

process.on('SIGTERM', async () => {
  // Not ready first, so that no new request arrives while the last ones end.
  draining = true;
  logger.info('draining');
  await app.close();
  await channel.close();
  await pool.end();
  process.exit(0);
});
