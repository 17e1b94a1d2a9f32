import { classifyAlert } from './classifyAlert';
import { readPromql } from './promql';

function classify(
  name: string,
  expr: string,
  labels: Record<string, string> = {},
) {
  return classifyAlert({ name, expression: readPromql(expr), labels });
}

describe('classifyAlert', () => {
  it.each([
    [
      'ErrorsHigh',
      'rate(http_requests_total{status=~"5.."}[5m]) > 1',
      ['availability'],
    ],
    ['InstanceDown', 'up{job="a"} == 0', ['availability']],
    ['QueriesSlow', 'a_db_query_seconds > 1', ['datastore']],
    ['PoolSaturated', 'hikaricp_connections_pending > 5', ['datastore']],
    [
      'SetAside',
      'rabbitmq_queue_messages{queue="captures.dead-letter"} > 0',
      ['dead-letter'],
    ],
    ['CapturesDeadLettered', 'captures_total > 0', ['dead-letter']],
    [
      'AtMaximum',
      'kube_horizontalpodautoscaler_status_current_replicas >= 10',
      ['headroom'],
    ],
    [
      'CPUThrottlingHigh',
      'container_cpu_cfs_throttled_periods_total > 1',
      ['headroom'],
    ],
    [
      'ErrorBudgetBurn',
      'slo:sli_error:ratio_rate5m > 0.1',
      ['slo', 'availability'],
    ],
    ['QueueLong', 'queue_length > 100', []],
  ])('%s with %s is about %p', (name, expr, about) => {
    expect(classify(name, expr)).toEqual(about);
  });

  it('takes the dependency that a label names', () => {
    expect(classify('Slow', 'x > 1', { dependency: 'payments-db' })).toEqual([
      'datastore',
    ]);
  });
});
