import type { Origin } from '@airworthy/plugin-readiness-common';
import type { Detector, DetectorContext } from '../Detector';
import { readDependencies } from './support/dependencies/readDependencies';
import type { Dependency, Ecosystem } from './support/dependencies/types';
import { lineAt } from './support/source/expressions';
import { readSourceFiles } from './support/source/sourceFiles';
import { readProperties } from './support/properties';
import { readTerraform } from './support/terraform';
import { stringAt, valueAt } from './support/values';

/** Client libraries of queues and logs. */
const LIBRARIES: ReadonlyArray<[Ecosystem, readonly string[]]> = [
  [
    'npm',
    [
      'amqplib',
      'amqp-connection-manager',
      'rabbitmq-client',
      'kafkajs',
      '@confluentinc/kafka-javascript',
      'node-rdkafka',
      '@aws-sdk/client-sqs',
      'sqs-consumer',
      '@google-cloud/pubsub',
      '@azure/service-bus',
      'bullmq',
      'bull',
      'bee-queue',
      'agenda',
      'pg-boss',
      'graphile-worker',
      'nats',
      '@nats-io/jetstream',
      '@nestjs/bull',
      '@nestjs/bullmq',
      'faktory-worker',
      'stompit',
      'mqtt',
    ],
  ],
  [
    'go',
    [
      'github.com/rabbitmq/amqp091-go',
      'github.com/streadway/amqp',
      'github.com/segmentio/kafka-go',
      'github.com/ibm/sarama',
      'github.com/shopify/sarama',
      'github.com/twmb/franz-go',
      'github.com/confluentinc/confluent-kafka-go',
      'github.com/aws/aws-sdk-go-v2/service/sqs',
      'cloud.google.com/go/pubsub',
      'github.com/nats-io/nats.go',
      'github.com/hibiken/asynq',
      'github.com/riverqueue/river',
      'github.com/threedotslabs/watermill*',
    ],
  ],
  [
    'maven',
    [
      'org.springframework.kafka:spring-kafka',
      'org.springframework.boot:spring-boot-starter-amqp',
      'org.springframework.amqp:spring-rabbit',
      'org.apache.kafka:kafka-clients',
      'com.rabbitmq:amqp-client',
      'software.amazon.awssdk:sqs',
      'io.awspring.cloud:spring-cloud-aws-starter-sqs',
      'com.google.cloud:google-cloud-pubsub',
      'io.nats:jnats',
      'org.springframework.cloud:spring-cloud-stream*',
    ],
  ],
  [
    'pypi',
    [
      'celery',
      'pika',
      'aio-pika',
      'kombu',
      'kafka-python',
      'confluent-kafka',
      'aiokafka',
      'dramatiq',
      'rq',
      'arq',
      'huey',
      'google-cloud-pubsub',
      'nats-py',
      'azure-servicebus',
      'faststream',
    ],
  ],
  [
    'gem',
    [
      'sidekiq',
      'bunny',
      'sneakers',
      'ruby-kafka',
      'karafka',
      'shoryuken',
      'good_job',
      'resque',
      'delayed_job',
    ],
  ],
  [
    'cargo',
    ['lapin', 'rdkafka', 'async-nats', 'aws-sdk-sqs', 'sqlxmq', 'apalis'],
  ],
  [
    'nuget',
    [
      'rabbitmq.client',
      'confluent.kafka',
      'masstransit',
      'azure.messaging.servicebus',
      'awssdk.sqs',
      'nservicebus',
      'hangfire',
    ],
  ],
];

/**
 * How a dead-letter queue is written, whatever the library: a setting, or the
 * name of a queue. A metric or a variable that counts dead letters is none.
 */
const DEAD_LETTER =
  /x-dead-letter-(?:exchange|routing-key|strategy)|\bdead[-_]?letter[-_]?(?:queue|topic|exchange|policy|target|publishing)|RedrivePolicy|redrive_policy|@RetryableTopic\b|\bsetDeadLetter|["'`][\w.-]{0,80}(?:dead-letter|[-_.](?:dlq|dlt|dlx))[\w.-]{0,40}["'`]|\bdead_?letter\s*[:=]/i;

/** Queues that keep what failed for good apart by themselves. */
const KEEPS_FAILED =
  /^(?:bullmq|bull|graphile-worker|sidekiq|good_job|github\.com\/hibiken\/asynq|github\.com\/riverqueue\/river|hangfire|masstransit|nservicebus|dramatiq)$/;

async function findClients(context: DetectorContext): Promise<Dependency[]> {
  const { all } = await readDependencies(context);
  return all.filter(
    ({ ecosystem, name, development }) =>
      !development &&
      LIBRARIES.some(
        ([wanted, names]) =>
          wanted === ecosystem &&
          names.some(candidate =>
            candidate.endsWith('*')
              ? name.startsWith(candidate.slice(0, -1))
              : name === candidate,
          ),
      ),
  );
}

async function inSource(context: DetectorContext): Promise<Origin | undefined> {
  for (const file of await readSourceFiles(context)) {
    const match = DEAD_LETTER.exec(file.masked().code);
    if (match) {
      return { file: file.path, line: lineAt(file.text, match.index) };
    }
  }
  return undefined;
}

/** Queues and topics as infrastructure: SQS, Pub/Sub, RabbitMQ's operator, Strimzi. */
async function inInfrastructure(
  context: DetectorContext,
): Promise<Origin | undefined> {
  for (const { blocks } of await readTerraform(context)) {
    for (const block of blocks) {
      const attribute = [
        'redrive_policy',
        'dead_letter_policy.dead_letter_topic',
        'dead_lettering_on_message_expiration',
        'forward_dead_lettered_messages_to',
      ]
        .map(name => block.attribute(name))
        .find(found => found !== undefined);
      if (attribute) {
        return { file: block.file, line: attribute.line };
      }
    }
  }
  for (const object of context.objects) {
    const named = /dead-?letter|[-.](?:dlq|dlt)$/i.test(object.name);
    if (['Queue', 'KafkaTopic', 'Exchange'].includes(object.kind) && named) {
      return object.origin;
    }
    const path = ['spec', 'arguments', 'x-dead-letter-exchange'];
    if (
      valueAt(object.object, ...path) !== undefined ||
      stringAt(object.object, 'spec', 'definition', 'dead-letter-exchange') !==
        undefined
    ) {
      return object.originOf(path);
    }
  }
  const properties = await readProperties(context);
  return [
    ...properties.endingWith('enable-dlq'),
    ...properties.endingWith('auto-bind-dlq'),
    ...properties.endingWith('dead-letter-exchange'),
  ].find(({ value }) => value !== 'false')?.origin;
}

/** `queue.clients` and `queue.deadLetter`. */
export const queuesDetector: Detector = {
  name: 'queues',
  facts: ['queue.clients', 'queue.deadLetter'],
  async detect(context) {
    const { manifests } = await readDependencies(context);
    const clients = await findClients(context);
    if (manifests.length > 0) {
      context.fact(
        'queue.clients',
        [...new Set(clients.map(({ name }) => name))].sort(),
        clients.at(0)?.origin ?? { file: manifests[0] },
      );
    } else {
      context.gap(
        'queue.clients',
        'no manifest of a language is in the repository: name the queue by dependsOn in catalog-info.yaml',
      );
    }
    const origin =
      (await inSource(context)) ??
      (await inInfrastructure(context)) ??
      clients.find(({ name }) => KEEPS_FAILED.test(name))?.origin;
    if (origin) {
      context.fact('queue.deadLetter', true, origin);
    } else {
      context.gap(
        'queue.deadLetter',
        'neither the source nor the infrastructure names a dead-letter queue: declare it here, or attest where it is kept',
      );
    }
  },
};
