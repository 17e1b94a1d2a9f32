import type {
  CheckExplanation,
  Scorecard,
} from '@airworthy/plugin-readiness-common';
import { declared, observed } from './explain';
import { ago } from './fleet';

const worker = 'Deployment/payments/payments-worker';
const api = 'Deployment/payments/payments-api';

const details: Record<string, Partial<CheckExplanation>> = {
  replicas: {
    title: 'At least 3 instances run',
    found: '3 running',
    expected: 'at least 3, for tier 1',
    evidence: [
      observed('workload.minReplicas', 3, api),
      declared(
        'workload.minReplicas',
        2,
        'overlays/production/replicas.yaml',
        7,
        { member: api, decided: false },
      ),
    ],
    drift: [
      {
        fact: 'workload.minReplicas',
        member: api,
        declared: 2,
        observed: 3,
        declaredSource: 'repository',
        observedSource: 'kubernetes:prod-eu-1',
        file: 'overlays/production/replicas.yaml',
        line: 7,
        url: 'https://git.example.com/acme/payments/overlays/production/replicas.yaml#L7',
      },
    ],
  },
  stateless: {
    found: 'no ReadWriteOnce or hostPath volume',
    expected: 'none on 2 workloads',
    evidence: [observed('workload.singleWriterVolumes', [], api)],
  },
  autoscaling: {
    message: 'Found on 1 of 2 workloads, expected on all',
    found: 'payments-worker has none; payments-api 3 to 12',
    expected: 'max above min, on every workload',
    evidence: [observed('workload.hasAutoscaler', false, worker)],
    members: [
      {
        member: worker,
        name: 'payments-worker',
        status: 'fail',
        found: 'no autoscaler',
      },
      { member: api, name: 'payments-api', status: 'pass', found: '3 to 12' },
    ],
    fix: {
      title: 'Give payments-worker an autoscaler',
      steps: [
        'Add `deploy/hpa-worker.yaml` with `minReplicas: 3` and `maxReplicas: 12`.',
        'Name it in `kustomization.yaml` below `resources`.',
      ],
      template: 'template:default/add-autoscaler',
      url: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
    },
    since: ago({ days: 14 }),
  },
  timeouts: {
    title: 'Database timeouts are set',
    found: 'connect 1 s, statement 5 s',
    expected: 'both set explicitly',
    evidence: [declared('datastore.timeouts', true, 'src/db/pool.ts', 18)],
  },
  'bounded-retries': {
    title: 'Retries are bounded',
    found: 'capture client retries without a limit',
    expected: 'limited, backing off, or behind a breaker',
    evidence: [
      declared('client.retries', 'unbounded', 'src/provider/capture.ts', 52),
    ],
    acceptance: {
      check: 'bounded-retries',
      until: ago({ days: -7 }),
      recordId: 'payments-0011',
      recordTitle: 'Retry a capture until the provider answers',
      recordUrl: 'https://git.example.com/acme/payments/docs/adr/0011.md',
      reason:
        'A captured payment must not be lost; the queue absorbs the wait.',
    },
  },
  'dependency-alert': {
    title: 'An alert watches the database for this service',
    message: 'Prometheus data-eu has denied our token for 9 days',
    expected: 'an alert that names this service',
    fix: {
      title: 'Let us see the alerts on payments-db',
      steps: ['Ask for read access to Prometheus data-eu.'],
    },
    missing: [
      {
        fact: 'datastore.alerts',
        reason: 'no fresh evidence for 6 days.',
        sources: [
          {
            source: 'prometheus:data-eu',
            title: 'Prometheus data-eu',
            status: 'denied',
            since: ago({ days: 9 }),
            message: 'answers 403',
          },
          {
            source: 'repository',
            title: 'repository',
            status: 'ok',
            since: ago({ minutes: 26 }),
            message: 'no rule names payments-db',
          },
        ],
      },
    ],
  },
  'on-call': {
    found: '1 person on call, 2 escalation levels',
  },
  'latency-drill': {
    title: 'A slow database was rehearsed',
    found: '203 days ago',
    expected: 'within 180 days',
    evidence: [
      {
        fact: 'drill.lastAt',
        value: ago({ days: 203 }),
        strength: 'attested',
        source: 'attestations',
        sourceTitle: 'Mei Tanaka',
        decided: true,
        stale: true,
        observedAt: ago({ days: 203 }),
        expiresAt: ago({ days: 23 }),
        url: 'https://docs.example.com/game-day-7',
      },
    ],
  },
};

/** The service that is told in full. */
export function paymentsApi(base: Scorecard): Scorecard {
  return {
    ...base,
    questions: base.questions.map(question => ({
      ...question,
      checks: question.checks.map(check => ({
        ...check,
        ...details[check.id],
      })),
    })),
  };
}
