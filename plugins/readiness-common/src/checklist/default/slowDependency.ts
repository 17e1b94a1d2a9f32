import { DATASTORE_EXISTS, QUEUE_EXISTS } from './conditions';
import { defineQuestion } from './defineQuestion';
import { anyAlertAbout, doneRecently } from './rules';
import { failingOr, snippetStep } from './templates';

export const slowDependency = defineQuestion({
  id: 'slow-dependency',
  question: {
    number: 3,
    title: 'What happens if the database becomes slow?',
    shortTitle: 'Database',
    quality: 'performance',
  },
  checks: {
    timeouts: {
      level: 'bronze',
      title: 'Database timeouts are set',
      rules: [
        {
          each: 'datastoreClients',
          when: DATASTORE_EXISTS,
          // A datastore is reached somehow: that no client was recognised is a
          // hole in the evidence.
          whenEmpty: 'unknown',
          rule: 'client.connectTimeoutMs > 0 && client.statementTimeoutMs > 0',
          found:
            "connect {{ client.connectTimeoutMs > 0 ? string(client.connectTimeoutMs) + ' ms' : 'not set' }}, statement {{ client.statementTimeoutMs > 0 ? string(client.statementTimeoutMs) + ' ms' : 'not set' }}",
        },
      ],
      expected: 'connect and statement timeouts set explicitly',
      fix: {
        title: `Set connect and statement timeouts on ${failingOr(
          'every client of the database',
        )}`,
        steps: [
          snippetStep(
            'State both where the client is made. With `pg`, in milliseconds:',
            'text',
            `
new Pool({
  connectionTimeoutMillis: 1000,
  statement_timeout: 5000,
});
`,
          ),
          'Keep the sum below the timeout of whoever calls you, so that you answer before they give up.',
        ],
        url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_mitigate_interaction_failure_client_timeouts.html',
      },
      sameAs: ['AWS Well-Architected REL05-BP05'],
    },
    'bounded-retries': {
      level: 'silver',
      title: 'Retries are bounded',
      rules: [
        {
          when: DATASTORE_EXISTS,
          rule: 'retries.bounded',
          found:
            "{{ retries.bounded ? 'bounded retries' : 'retries without a limit' }}",
        },
      ],
      expected: 'limited, backing off, or behind a breaker',
      evidence: ['retries.by'],
      fix: {
        title: 'Bound the retries, and let them back off',
        steps: [
          'Retry only what may safely be done twice, three times at most, with exponential backoff and jitter.',
          'Put a circuit breaker in front of a dependency that can be slow for long, so that calls fail at once instead of piling up.',
          'Use a library for it, such as cockatiel, Resilience4j, Polly or tenacity: its configuration is what a scan recognises.',
        ],
        url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_mitigate_interaction_failure_limit_retries.html',
      },
      sameAs: ['AWS Well-Architected REL05-BP03'],
    },
    'connection-pool': {
      level: 'silver',
      title: 'The connection pool has a stated size',
      rules: [
        {
          each: 'datastoreClients',
          when: DATASTORE_EXISTS,
          whenEmpty: 'unknown',
          rule: 'client.poolSize > 0',
          found:
            "{{ client.poolSize > 0 ? 'a pool of ' + string(client.poolSize) : 'no size stated' }}",
        },
      ],
      expected: 'a pool with a stated size',
      fix: {
        title: `State the size of the pool of ${failingOr(
          'every client of the database',
        )}`,
        steps: [
          snippetStep(
            'State it where the client is made. With `pg`:',
            'text',
            `
new Pool({ max: 10 });
`,
          ),
          'Instances at their maximum, times the size, have to stay below what the database accepts.',
        ],
      },
    },
    'dead-letter': {
      level: 'silver',
      title: 'Retries end in a dead-letter queue with an alert',
      rules: [
        {
          when: QUEUE_EXISTS,
          rule: 'queue.deadLetter',
          found:
            "{{ queue.deadLetter ? 'a dead-letter queue' : 'no dead-letter queue' }}",
        },
        anyAlertAbout('dead-letter', { when: QUEUE_EXISTS }),
      ],
      expected: 'a dead-letter queue, and an alert that watches it',
      fix: {
        title: 'Send what keeps failing to a dead-letter queue, and watch it',
        steps: [
          'Give the queue a dead-letter queue (RabbitMQ: `x-dead-letter-exchange`; SQS: a redrive policy; Kafka: a dead-letter topic) and a limit of deliveries.',
          snippetStep(
            'Alert as soon as something lies in it:',
            'yaml',
            `
- alert: DeadLettersWaiting
  expr: sum(rabbitmq_queue_messages{queue=~".*dead-letter.*"}) > 0
  for: 5m
  labels:
    severity: ticket
`,
          ),
        ],
        url: 'https://www.enterpriseintegrationpatterns.com/patterns/messaging/DeadLetterChannel.html',
      },
    },
    'dependency-alert': {
      level: 'silver',
      title: 'An alert watches the database for this service',
      rules: [anyAlertAbout('datastore', { when: DATASTORE_EXISTS })],
      expected:
        "an alert on the datastore's latency, saturation or pool that names this service",
      fix: {
        title: 'Declare an alert that watches the database for this service',
        steps: [
          snippetStep(
            'Add a rule on the time that calls to the database take, bearing the name of the service:',
            'yaml',
            `
- alert: DatabaseSlow
  expr: |
    histogram_quantile(0.99,
      sum by (le) (rate(db_client_operation_duration_seconds_bucket{service="{{ entity.name }}"}[5m]))
    ) > 0.5
  for: 10m
  labels:
    severity: page
    service: {{ entity.name }}
`,
          ),
        ],
        url: 'https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/',
      },
    },
    'latency-drill': {
      level: 'gold',
      title: 'A slow database was rehearsed',
      params: { withinDays: 180 },
      rules: [doneRecently('drill.latencyAt', { when: DATASTORE_EXISTS })],
      expected: 'within {{ params.withinDays }} days',
      fix: {
        title: 'Rehearse a slow database, and write down the effect',
        steps: [
          'Put a proxy that delays, such as Toxiproxy, between the service and its database, or inject latency in the mesh.',
          'Raise the delay step by step to beyond the statement timeout; watch the pool, the errors and whether callers still get an answer.',
          'Write down what happened; then push the drill as evidence, or attest it with a link to the notes.',
        ],
        url: 'https://github.com/Shopify/toxiproxy',
      },
    },
  },
});
