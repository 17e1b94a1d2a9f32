import type { PromqlExpression } from './promql';

/** What an alert may watch; the values of the field `about`. */
export type AlertSubject =
  | 'datastore'
  | 'dead-letter'
  | 'headroom'
  | 'slo'
  | 'availability';

const DATASTORE_WORDS = new Set([
  'database',
  'databases',
  'datastore',
  'db',
  'sql',
  'pg',
  'postgres',
  'postgresql',
  'pgbouncer',
  'mysql',
  'mariadb',
  'mongo',
  'mongodb',
  'redis',
  'hikari',
  'hikaricp',
  'jdbc',
  'rds',
  'aurora',
  'cassandra',
  'dynamodb',
  'cockroach',
  'elasticsearch',
  'opensearch',
]);

const HEADROOM_WORDS = new Set([
  'headroom',
  'capacity',
  'throttled',
  'throttling',
  'oom',
  'hpa',
  'horizontalpodautoscaler',
  'autoscaler',
  'memory',
]);

const SLO_WORDS = new Set(['slo', 'burn', 'burnrate', 'budget']);

const AVAILABILITY_WORDS = new Set([
  'up',
  'down',
  'absent',
  'unavailable',
  'availability',
  'unreachable',
  'outage',
  'error',
  'errors',
  'failures',
  'failing',
]);

/** `PaymentsDatabaseSlow` and `payments_db_pool` as words in lower case. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function isDeadLetter(words: string[]): boolean {
  return words.some(
    (word, index) =>
      ['dlq', 'dlx', 'dlt', 'deadletter', 'deadletters'].includes(word) ||
      (word === 'dead' && /^letter(s|ed)?$/.test(words[index + 1] ?? '')),
  );
}

/**
 * What an alert watches, judged by its name, the metrics of its expression and
 * the dependency that its labels name.
 */
export function classifyAlert(options: {
  name: string;
  expression: PromqlExpression;
  labels: Record<string, string>;
}): AlertSubject[] {
  const { name, expression, labels } = options;
  const words = [
    ...wordsOf(name),
    ...expression.metrics.flatMap(wordsOf),
    ...wordsOf(labels.dependency ?? ''),
  ];
  const selected = expression.matchers
    .filter(({ label }) => label !== '__name__')
    .map(({ value }) => wordsOf(value));
  const has = (known: Set<string>) => words.some(word => known.has(word));

  const subjects: AlertSubject[] = [];
  if (has(DATASTORE_WORDS)) {
    subjects.push('datastore');
  }
  if (isDeadLetter(words) || selected.some(isDeadLetter)) {
    subjects.push('dead-letter');
  }
  if (has(HEADROOM_WORDS)) {
    subjects.push('headroom');
  }
  if (has(SLO_WORDS)) {
    subjects.push('slo');
  }
  const serverErrors = expression.matchers.some(
    ({ label, value }) =>
      ['status', 'code', 'status_code', 'http_status_code'].includes(label) &&
      value.startsWith('5'),
  );
  if (serverErrors || has(AVAILABILITY_WORDS)) {
    subjects.push('availability');
  }
  return subjects;
}
