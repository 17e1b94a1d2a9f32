import { defineFact, defineListFact, field } from '../define';

/** Alerting rules that name the service. */
export const alerts = defineListFact({
  name: 'alerts',
  singular: 'alert',
  description: 'The alerting rules that name the service.',
  suppliedBy: ['prometheus', 'repository'],
  fields: {
    name: field('string', 'The name of the alert.'),
    healthy: field(
      'bool',
      'Observed: healthy and evaluated in the last hour. Declared: the rule parses.',
    ),
    pages: field('bool', 'Wakes a person: severity page or critical.'),
    about: field(
      'strings',
      'What it watches: any of datastore, dead-letter, headroom, slo, availability.',
    ),
    hasRunbook: field('bool', 'Carries a runbook_url.'),
    runbookResolves: field(
      'bool',
      'The runbook_url leads to a page or a section that exists.',
    ),
    receiver: field('string', 'The receiver it is routed to.', [
      'alertmanager',
    ]),
    someoneOnCall: field('bool', "The receiver's team has someone on call.", [
      'alertmanager',
      'pagerduty',
    ]),
  },
});

/** Service level objectives. */
export const slos = defineListFact({
  name: 'slos',
  singular: 'slo',
  description: 'The service level objectives of the service.',
  suppliedBy: ['prometheus', 'repository'],
  fields: {
    name: field('string', 'The name of the objective.'),
    objective: field('double', 'The objective as a ratio, such as 0.995.'),
    budgetRemaining: field(
      'double',
      'The error budget left, as a ratio; below 0 when overspent.',
      ['prometheus'],
    ),
  },
});

export const telemetryFacts = [
  alerts,
  slos,
  defineFact(
    'metrics.scraped',
    'bool',
    ['prometheus', 'repository'],
    'Observed: scraped and up now. Declared: a ServiceMonitor, PodMonitor or scrape annotation.',
  ),
  defineFact(
    'logs.structured',
    'bool',
    ['repository', 'attestation'],
    'Logs are structured.',
  ),
  defineFact(
    'logs.shipped',
    'bool',
    ['repository', 'attestation'],
    'Logs are shipped to where they are searched.',
  ),
  defineFact(
    'traces.instrumented',
    'bool',
    ['kubernetes', 'repository', 'attestation'],
    'An OpenTelemetry SDK or auto-instrumentation is in use.',
  ),
  defineFact(
    'dashboard.links',
    'strings',
    ['catalog'],
    'Dashboards that the catalog links from the entity.',
  ),
  defineFact(
    'dashboard.files',
    'strings',
    ['repository'],
    'Dashboard definitions in the repository.',
  ),
  defineFact(
    'dashboard.answers',
    'strings',
    ['repository', 'catalog'],
    'Which of healthy, changes, dependencies, affected a dashboard answers: by its definition, or by the annotation airworthy.dev/dashboard-answers. A source that sees no dashboard states nothing.',
  ),
  defineFact(
    'runbook.exists',
    'bool',
    ['repository'],
    'TechDocs with a runbook, or a runbook file.',
  ),
  defineFact(
    'runbook.reviewedAt',
    'timestamp',
    ['repository'],
    'When the least recently reviewed runbook was reviewed.',
  ),
  defineFact(
    'loadTest.performedAt',
    'timestamp',
    ['pushed', 'attestation'],
    'When the last load test ended.',
  ),
  defineFact(
    'loadTest.limit',
    'double',
    ['pushed', 'attestation'],
    'The limit that the load test found.',
    { unit: 'requests/s' },
  ),
  defineFact(
    'drill.failureAt',
    'timestamp',
    ['pushed', 'attestation'],
    'When the loss of an instance or zone was last rehearsed.',
  ),
  defineFact(
    'drill.latencyAt',
    'timestamp',
    ['pushed', 'attestation'],
    'When latency was last injected and the effect written down.',
  ),
];
