import { defineFact, defineListFact, field } from '../define';

/** Client libraries of datastores, as the repository configures them. */
export const datastoreClients = defineListFact({
  name: 'datastoreClients',
  singular: 'client',
  description: 'The clients through which the service reaches a datastore.',
  suppliedBy: ['repository', 'attestation'],
  fields: {
    library: field('string', 'The client library, such as pg or HikariCP.'),
    connectTimeoutMs: field(
      'int',
      'Connect timeout in milliseconds; 0 where none is set.',
    ),
    statementTimeoutMs: field(
      'int',
      'Statement timeout in milliseconds; 0 where none is set.',
    ),
    poolSize: field('int', 'Stated size of the pool; 0 where none is stated.'),
  },
});

export const datastoreFacts = [
  datastoreClients,
  defineFact(
    'datastore.resources',
    'strings',
    ['catalog'],
    'Resources of a database type that the entity depends on.',
  ),
  defineFact(
    'datastore.drivers',
    'strings',
    ['repository'],
    'Database drivers and connections named in the repository.',
  ),
  defineFact(
    'datastore.failover',
    'bool',
    ['kubernetes', 'repository', 'attestation'],
    'The datastore fails over to another zone.',
  ),
  defineFact(
    'datastore.encryptedAtRest',
    'bool',
    ['kubernetes', 'repository', 'attestation'],
    'The datastore keeps its data encrypted.',
  ),
  defineFact(
    'queue.resources',
    'strings',
    ['catalog'],
    'Resources of a queue type that the entity depends on.',
  ),
  defineFact(
    'queue.clients',
    'strings',
    ['repository'],
    'Queue client libraries named in the repository.',
  ),
  defineFact(
    'queue.deadLetter',
    'bool',
    ['repository', 'attestation'],
    'Retries end in a dead-letter queue.',
  ),
  defineFact(
    'retries.bounded',
    'bool',
    ['repository', 'attestation'],
    'Retries are limited and back off, or sit behind a circuit breaker.',
  ),
  defineFact(
    'retries.by',
    'strings',
    ['repository'],
    'The retry and circuit-breaker libraries in use.',
  ),
  defineFact(
    'backup.lastSuccessAt',
    'timestamp',
    ['kubernetes', 'pushed', 'attestation'],
    'When the last successful backup ended.',
  ),
  defineFact(
    'restore.lastSuccessAt',
    'timestamp',
    ['kubernetes', 'pushed', 'attestation'],
    'When a restore last succeeded.',
  ),
  defineFact(
    'recovery.objectives',
    'strings',
    ['tradeoffs', 'repository'],
    'Which of RPO and RTO are stated.',
    { addsUp: true },
  ),
];
