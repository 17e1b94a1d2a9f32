import { defineQuestion } from './defineQuestion';
import {
  anyAlertAbout,
  doneRecently,
  everyWorkload,
  LONG_RUNNING,
} from './rules';
import { failingOr, snippetStep } from './templates';

export const capacity = defineQuestion({
  id: 'capacity',
  question: {
    number: 10,
    title: 'Are capacity limits known?',
    shortTitle: 'Capacity',
    quality: 'performance',
  },
  checks: {
    'requests-limits': {
      level: 'bronze',
      title: 'Every container states what it needs',
      rules: [
        everyWorkload({
          rule: 'workload.withoutRequestsOrLimits.size() == 0',
          found:
            "{{ workload.withoutRequestsOrLimits.size() == 0 ? 'requests and limits on every container' : 'nothing stated for ' + workload.withoutRequestsOrLimits.join(', ') }}",
        }),
      ],
      expected: 'CPU and memory requests and a memory limit on every container',
      fix: {
        title: `State what the containers of ${failingOr(
          'every workload',
        )} need`,
        steps: [
          snippetStep(
            'In each container, from what it was seen to use:',
            'yaml',
            `
resources:
  requests:
    cpu: 100m
    memory: 256Mi
  limits:
    memory: 256Mi
`,
          ),
          'A limit on CPU is not asked for: it throttles even where the node is idle.',
        ],
        url: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
      },
      sameAs: [
        'kube-linter unset-cpu-requirements',
        'kube-linter unset-memory-requirements',
        'kube-score container-resources',
      ],
    },
    'load-test': {
      level: 'silver',
      title: 'A load test found the limit',
      params: { withinDays: 180 },
      rules: [
        {
          ...doneRecently('loadTest.performedAt', {
            and: 'loadTest.limit > 0.0',
          }),
          found:
            "{{ loadTest.performedAt > now ? 'dated in the future' : string((now - loadTest.performedAt).getHours() / 24) + ' days ago' }}{{ !has(loadTest.limit) ? '' : loadTest.limit > 0.0 ? ', a limit of ' + string(loadTest.limit) + ' requests/s' : ', no limit' }}",
        },
      ],
      expected: 'within {{ params.withinDays }} days, with the limit it found',
      evidence: ['loadTest.limit'],
      fix: {
        title: 'Load the service until it gives way, and write down where',
        steps: [
          snippetStep(
            'With k6, raise the rate until the objective is missed:',
            'text',
            `
import http from 'k6/http';

export const options = {
  scenarios: {
    limit: {
      executor: 'ramping-arrival-rate',
      startRate: 10,
      timeUnit: '1s',
      preAllocatedVUs: 200,
      stages: [{ target: 500, duration: '15m' }],
    },
  },
  thresholds: {
    http_req_duration: [{ threshold: 'p(99)<500', abortOnFail: true }],
  },
};

export default function () {
  http.get(__ENV.TARGET);
}
`,
          ),
          'Push the summary as evidence, with the rate at which it gave way; compare that with the peak of the last months.',
        ],
        url: 'https://grafana.com/docs/k6/latest/testing-guides/test-types/breakpoint-testing/',
      },
    },
    'right-sized': {
      level: 'silver',
      title: 'Requests fit the use',
      // An autoscaler that aims at half of the request leaves a factor of two;
      // a quiet fortnight takes the rest.
      params: { factor: 3 },
      rules: [
        everyWorkload({
          where: LONG_RUNNING,
          rule: 'workload.requestToUse <= double(params.factor) && workload.requestToUse * double(params.factor) >= 1.0',
          found: 'requests of {{ workload.requestToUse }} times the use',
        }),
      ],
      expected:
        'requests within a factor of {{ params.factor }} of the use over 14 days',
      fix: {
        title: `Fit the requests of ${failingOr('every workload')} to the use`,
        steps: [
          'Look at CPU and memory over the last fortnight, at the 95th percentile.',
          'Set the request a little above it, and the memory limit above the peak; then look again after a week.',
        ],
        url: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/vertical-pod-autoscale/',
      },
    },
    'headroom-alert': {
      level: 'silver',
      title: 'An alert warns before capacity runs out',
      rules: [anyAlertAbout('headroom')],
      expected:
        'an alert on throttling, memory or an autoscaler at its maximum that names this service',
      fix: {
        title: 'Declare an alert that warns before capacity runs out',
        steps: [
          snippetStep(
            'An autoscaler at its maximum is the plainest sign:',
            'yaml',
            `
- alert: AutoscalerAtMaximum
  expr: |
    kube_horizontalpodautoscaler_status_current_replicas{horizontalpodautoscaler="{{ entity.name }}"}
      >= kube_horizontalpodautoscaler_spec_max_replicas{horizontalpodautoscaler="{{ entity.name }}"}
  for: 15m
  labels:
    severity: ticket
    service: {{ entity.name }}
`,
          ),
        ],
        url: 'https://sre.google/sre-book/monitoring-distributed-systems/#xref_monitoring_golden-signals',
      },
    },
  },
});
