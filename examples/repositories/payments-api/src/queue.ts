import { type Channel, connect } from 'amqplib';
import { config } from './config.js';

export const captureQueue = 'payments-captures';
const deadLetterExchange = 'payments-captures.dead-letter';
const deadLetterQueue = 'payments-captures.dead-letter';

/** A capture that is refused five times goes to the dead-letter queue, with an alert. */
export async function openQueue(): Promise<Channel> {
  const connection = await connect(config.queueUrl, { timeout: 2_000 });
  const channel = await connection.createChannel();
  await channel.assertExchange(deadLetterExchange, 'fanout', { durable: true });
  await channel.assertQueue(deadLetterQueue, { durable: true });
  await channel.bindQueue(deadLetterQueue, deadLetterExchange, '');
  await channel.assertQueue(captureQueue, {
    durable: true,
    arguments: {
      'x-queue-type': 'quorum',
      'x-delivery-limit': 5,
      'x-dead-letter-exchange': deadLetterExchange,
    },
  });
  await channel.prefetch(20);
  return channel;
}
