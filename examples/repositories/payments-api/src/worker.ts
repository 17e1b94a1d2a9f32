import { createServer } from 'node:http';
import { audit } from './audit.js';
import { config } from './config.js';
import { findPayment, settlePayment } from './db/payments.js';
import { pool } from './db/pool.js';
import { logger } from './logger.js';
import { captureDuration, deadLetters, register } from './metrics.js';
import { capture } from './provider/capture.js';
import { captureQueue, openQueue } from './queue.js';

const channel = await openQueue();
let draining = false;

const { consumerTag } = await channel.consume(captureQueue, async message => {
  if (!message) {
    return;
  }
  const id = message.content.toString();
  const stop = captureDuration.startTimer();
  try {
    const payment = await findPayment(id);
    if (payment?.state === 'pending') {
      await capture(id, payment.amountCents);
      await settlePayment(id, 'captured');
      await audit({ actor: 'payments-worker', action: 'payment.captured', subject: id, detail: {} });
    }
    channel.ack(message);
    stop({ outcome: 'captured' });
  } catch (error) {
    const deliveries = Number(message.properties.headers?.['x-delivery-count'] ?? 0);
    if (deliveries >= 5) {
      deadLetters.inc();
    }
    logger.warn({ error, id, deliveries }, 'the capture will be tried again');
    channel.nack(message, false, true);
    stop({ outcome: 'failed' });
  }
});

const health = createServer(async (request, response) => {
  if (request.url === '/metrics') {
    response.setHeader('content-type', register.contentType).end(await register.metrics());
  } else if (request.url === '/health/ready' && draining) {
    response.writeHead(503).end();
  } else {
    response.writeHead(200).end();
  }
}).listen(config.port);

process.on('SIGTERM', async () => {
  draining = true;
  await channel.cancel(consumerTag);
  await channel.close();
  await pool.end();
  health.close();
});
