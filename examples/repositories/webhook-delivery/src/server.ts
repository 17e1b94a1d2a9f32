import { createServer } from 'node:http';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { ExponentialBackoff, TimeoutStrategy, handleAll, retry, timeout, wrap } from 'cockatiel';
import { pino } from 'pino';
import { collectDefaultMetrics, register } from 'prom-client';
import { sign } from './signature.js';

collectDefaultMetrics();
const logger = pino();
const sqs = new SQSClient({});
const queue = process.env.QUEUE_URL;
const policy = wrap(
  retry(handleAll, { maxAttempts: 3, backoff: new ExponentialBackoff({ maxDelay: 10_000 }) }),
  timeout(5_000, TimeoutStrategy.Aggressive),
);
let stopping = false;
process.on('SIGTERM', () => {
  stopping = true;
});

createServer(async (request, response) => {
  if (request.url === '/metrics') {
    response.end(await register.metrics());
  } else {
    response.writeHead(stopping && request.url === '/ready' ? 503 : 200).end();
  }
}).listen(8080);

while (!stopping) {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: queue, WaitTimeSeconds: 20, MaxNumberOfMessages: 10 }),
  );
  for (const { Body = '{}', ReceiptHandle } of Messages) {
    const { url, secret, event } = JSON.parse(Body) as { url: string; secret: string; event: unknown };
    const body = JSON.stringify(event);
    try {
      await policy.execute(({ signal }) =>
        fetch(url, { method: 'POST', body, signal, headers: { 'x-signature': sign(body, secret) } }),
      );
      await sqs.send(new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle }));
    } catch (error) {
      logger.warn({ error, url }, 'not delivered');
    }
  }
}
