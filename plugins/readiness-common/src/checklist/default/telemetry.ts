import { namedInCatalog } from './conditions';
import { defineQuestion } from './defineQuestion';
import { failingOr, snippetStep } from './templates';

/** What the seed asks a dashboard: the words of `dashboard.answers`. */
const DASHBOARD_QUESTIONS = ['healthy', 'changes', 'dependencies', 'affected'];

export const telemetry = defineQuestion({
  id: 'telemetry',
  question: {
    number: 4,
    title: 'Are logs, metrics, traces, and alerts available?',
    shortTitle: 'Telemetry',
    quality: 'maintainability',
  },
  checks: {
    metrics: {
      level: 'bronze',
      title: 'Metrics are scraped',
      rules: [
        {
          rule: 'metrics.scraped',
          found:
            "{{ metrics.scraped ? 'scraping' : 'nothing that scrapes it' }}",
        },
      ],
      expected:
        'scraped and up now, or a ServiceMonitor, PodMonitor or scrape annotation',
      fix: {
        title: 'Let Prometheus scrape the service',
        steps: [
          'Serve `/metrics` on a named port, with requests, errors and duration at least.',
          snippetStep(
            'Add a monitor that selects the Kubernetes Service:',
            'yaml',
            `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ entity.name }}
spec:
  selector:
    matchLabels:
      app.kubernetes.io/name: {{ entity.name }}
  endpoints:
    - port: metrics
`,
          ),
        ],
        url: 'https://prometheus.io/docs/practices/instrumentation/',
      },
    },
    alerts: {
      level: 'bronze',
      title: 'A healthy alert names this service',
      rules: [
        {
          each: 'alerts',
          mode: 'any',
          whenEmpty: 'fail',
          rule: 'alert.healthy',
          faultOn: '',
          found:
            "{{ alert.healthy ? 'a healthy alert' : 'an alert that is not healthy, or was not evaluated in the last hour' }}",
        },
      ],
      expected:
        'an alerting rule that names this service, healthy where it is seen running',
      fix: {
        title: 'Declare an alert that names this service',
        steps: [
          snippetStep(
            'Begin with what a user feels, errors and latency, and label it with the service:',
            'yaml',
            `
- alert: ErrorRateHigh
  expr: |
    sum(rate(http_requests_total{service="{{ entity.name }}",code=~"5.."}[5m]))
      / sum(rate(http_requests_total{service="{{ entity.name }}"}[5m])) > 0.01
  for: 10m
  labels:
    severity: page
    service: {{ entity.name }}
`,
          ),
          'Where a rule is there and not healthy, open it in Prometheus: the last error says what its expression lacks.',
        ],
        url: 'https://prometheus.io/docs/practices/alerting/',
      },
    },
    'alerts-routed': {
      level: 'silver',
      title: 'Paging alerts reach someone on call',
      rules: [
        {
          each: 'alerts',
          where: 'alert.pages',
          // Nothing pages, so nothing has to be routed: that no alert exists
          // is what the check `alerts` says.
          whenEmpty: 'not-applicable',
          rule: "alert.receiver != '' && alert.someoneOnCall",
          faultOn: '',
          found:
            "{{ alert.receiver == '' ? 'no receiver' : 'receiver ' + alert.receiver + (alert.someoneOnCall ? ', someone on call' : ', nobody on call') }}",
        },
      ],
      expected: 'a receiver whose team has someone on call, for each of them',
      fix: {
        title: `Route ${failingOr('every paging alert')} to someone on call`,
        steps: [
          snippetStep(
            'In Alertmanager, add a route to a receiver of the owning team:',
            'yaml',
            `
routes:
  - matchers:
      - service = "{{ entity.name }}"
      - severity = "page"
    receiver: TEAM-pagerduty
`,
          ),
          'Try it with `amtool config routes test service={{ entity.name }} severity=page`.',
          "Give the team's escalation policy a schedule without gaps.",
        ],
        url: 'https://prometheus.io/docs/alerting/latest/configuration/#route',
      },
    },
    logs: {
      level: 'silver',
      title: 'Logs are structured and shipped',
      rules: [
        {
          rule: 'logs.structured && logs.shipped',
          found:
            "{{ logs.structured ? 'structured' : 'not structured' }}, {{ logs.shipped ? 'shipped' : 'not shipped' }}",
        },
      ],
      expected: 'structured, and shipped to where they are searched',
      fix: {
        title: 'Structure the logs, and ship them',
        steps: [
          'Log JSON to standard output with a structured logger, such as pino, zap, structlog or Logback with an encoder; one event a line, with the trace id.',
          'Let the collector of the cluster, such as Fluent Bit, Vector, Promtail or the OpenTelemetry Collector, take it from there.',
          'Never log what is secret or personal.',
        ],
        url: 'https://12factor.net/logs',
      },
    },
    traces: {
      level: 'silver',
      title: 'Requests are traced',
      rules: [
        {
          rule: 'traces.instrumented',
          found:
            "{{ traces.instrumented ? 'instrumentation' : 'no instrumentation' }}",
        },
      ],
      expected: 'an OpenTelemetry SDK, or auto-instrumentation',
      fix: {
        title: 'Instrument the service with OpenTelemetry',
        steps: [
          snippetStep(
            'Where the OpenTelemetry operator runs, let it do the work: annotate the pod template with the language, such as',
            'yaml',
            `
metadata:
  annotations:
    instrumentation.opentelemetry.io/inject-nodejs: 'true'
`,
          ),
          'Otherwise add the SDK of the language, and start it before anything else.',
        ],
        url: 'https://opentelemetry.io/docs/zero-code/',
      },
    },
    dashboard: {
      level: 'silver',
      title: 'A dashboard answers the four questions',
      rules: [
        {
          rule: `(${namedInCatalog(
            'dashboard.links',
          )} || dashboard.files.size() > 0) && ${DASHBOARD_QUESTIONS.map(
            answer => `'${answer}' in dashboard.answers`,
          ).join(' && ')}`,
          found:
            "{{ dashboard.files.size() == 0 && !(has(dashboard.links) && dashboard.links.size() > 0) ? 'no dashboard' : dashboard.answers.size() == 0 ? 'a dashboard that answers none of the four' : 'a dashboard that answers ' + dashboard.answers.join(', ') }}",
        },
      ],
      expected:
        'a dashboard that answers: healthy? what changed? which dependency? who is affected?',
      evidence: ['dashboard.links', 'dashboard.files'],
      fix: {
        title: 'Link a dashboard that answers the four questions',
        steps: [
          'Show whether the service is healthy, what changed recently (deployments as annotations), which dependency is slow or failing, and which users, tenants or regions are affected.',
          snippetStep(
            'Keep the definition in the repository, or link it from `catalog-info.yaml` and say what it answers:',
            'yaml',
            `
metadata:
  annotations:
    airworthy.dev/dashboard-answers: healthy, changes, dependencies, affected
  links:
    - url: https://grafana.example.com/d/{{ entity.name }}
      title: Dashboard
      type: dashboard
`,
          ),
        ],
        url: 'https://sre.google/sre-book/monitoring-distributed-systems/',
      },
    },
    slo: {
      level: 'gold',
      title: 'A service level objective has error budget left',
      rules: [
        {
          each: 'slos',
          mode: 'any',
          whenEmpty: 'fail',
          // Without Prometheus the objective is declared and no budget is
          // known: the declaration is then all there is to ask for.
          rule: 'slo.objective > 0.0 && (!has(slo.budgetRemaining) || slo.budgetRemaining > 0.0)',
          faultOn: '',
          found:
            "objective {{ string(slo.objective) }}{{ has(slo.budgetRemaining) ? (slo.budgetRemaining > 0.0 ? ', budget left' : ', budget spent') : '' }}",
        },
      ],
      expected: 'an objective, with error budget left where it is measured',
      fix: {
        title: 'State a service level objective, and live within its budget',
        steps: [
          snippetStep(
            'Write it down as OpenSLO, or for Sloth:',
            'yaml',
            `
apiVersion: openslo/v1
kind: SLO
metadata:
  name: {{ entity.name }}-availability
spec:
  service: {{ entity.name }}
  budgetingMethod: Occurrences
  timeWindow:
    - duration: 28d
      isRolling: true
  indicator:
    metadata:
      name: {{ entity.name }}-good-requests
    spec:
      ratioMetric:
        counter: true
        good:
          metricSource:
            type: Prometheus
            spec:
              query: sum(http_requests_total{service="{{ entity.name }}",code!~"5.."})
        total:
          metricSource:
            type: Prometheus
            spec:
              query: sum(http_requests_total{service="{{ entity.name }}"})
  objectives:
    - target: 0.995
`,
          ),
          'Where the budget is spent, put reliability before features until it recovers.',
        ],
        url: 'https://sre.google/workbook/implementing-slos/',
      },
    },
  },
});
