import {
  computeDoraMetrics,
  leadTimeSeconds,
  type AlertItem,
  type Attestation,
  type AttestationList,
  type Deployment,
  type DeploymentList,
  type Incident,
  type SourceHealth,
  type UnlinkedEntity,
} from '@airworthy/plugin-readiness-common';
import { ago, fleet, NOW } from './fleet';

const HOUR = 60;
const DAY = 24 * HOUR;

function deployment(
  minutes: number,
  version: string,
  deployedBy: string,
  more: Partial<Deployment> = {},
): Deployment {
  return {
    entityRef: 'component:default/payments-api',
    source: 'argocd:main',
    key: version,
    environment: 'production',
    version,
    commit: {
      sha: '4e1c9aa07be2d1f3c5a6',
      url: 'https://git.example.com/acme/payments/commit/4e1c9aa',
      committedAt: ago({ minutes: minutes + 3 * HOUR }),
    },
    deployedBy,
    startedAt: ago({ minutes: minutes + 4 }),
    finishedAt: ago({ minutes }),
    result: 'succeeded',
    rollback: false,
    url: 'https://argocd.example.com/applications/payments-api',
    ...more,
  };
}

const deployments: Deployment[] = [
  deployment(2 * HOUR, '2026.11.23-2', 'Ines Duarte'),
  deployment(3 * DAY, '2026.11.20-1', 'renovate'),
  deployment(9 * DAY, '2026.11.14-3', 'Ines Duarte', { rollback: true }),
  deployment(9 * DAY + 6, '2026.11.14-2', 'Tomasz Wrona', { result: 'failed' }),
  deployment(16 * DAY, '2026.11.07-1', 'renovate'),
  deployment(23 * DAY, '2026.10.31-1', 'Mei Tanaka'),
  deployment(31 * DAY, '2026.10.23-2', 'Ines Duarte'),
  deployment(37 * DAY, '2026.10.17-1', 'renovate'),
  deployment(44 * DAY, '2026.10.10-1', 'Luca Ferrari'),
  deployment(52 * DAY, '2026.10.02-1', 'Ines Duarte'),
];

const incidents: Incident[] = [
  {
    entityRef: 'component:default/payments-api',
    source: 'pagerduty:acme',
    key: 'P1',
    title: 'Captures fail',
    startedAt: ago({ minutes: 31 * DAY - 20 }),
    resolvedAt: ago({ minutes: 31 * DAY - 65 }),
    urgency: 'high',
  },
];

/** The deployments of the service that is told in full; others have none. */
export function deploymentsOf(
  name: string,
  environment?: string,
): DeploymentList {
  const own =
    name === 'payments-api' && environment !== 'staging' ? deployments : [];
  return {
    items: own.map(item => ({
      ...item,
      sourceTitle: 'Argo CD',
      leadTimeSeconds: leadTimeSeconds(item),
    })),
    metrics: computeDoraMetrics({
      deployments: own,
      incidents: own.length > 0 ? incidents : [],
      now: NOW,
    }),
  };
}

const alert: AlertItem = {
  entityRef: 'component:default/payments-api',
  source: 'alertmanager:app-eu',
  sourceTitle: 'Alertmanager app-eu',
  key: 'capture-latency',
  environment: 'production',
  name: 'PaymentsCaptureLatencyHigh',
  labels: { severity: 'page', service: 'payments-api' },
  state: 'firing',
  since: ago({ minutes: 12 }),
  pages: true,
  runbookUrl: 'https://docs.example.com/payments/runbooks/capture-latency',
  receivers: ['payments-core'],
  url: 'https://alertmanager.example.com/#/alerts?filter=capture-latency',
};

/** The alerts of the service that is told in full; others have none. */
export function alertsOf(name: string): AlertItem[] {
  return name === 'payments-api'
    ? [
        alert,
        {
          ...alert,
          key: 'webhook-lag',
          name: 'PaymentsWebhookLag',
          labels: { severity: 'ticket' },
          pages: false,
          state: 'silenced',
          since: ago({ minutes: 4 * HOUR }),
          runbookUrl: undefined,
          silence: {
            by: 'Luca Ferrari',
            until: ago({ minutes: -4 * HOUR }),
            comment: 'provider works on it',
          },
        },
        {
          ...alert,
          key: 'disk',
          name: 'PaymentsDbDiskFilling',
          state: 'resolved',
          since: ago({ minutes: 30 * HOUR }),
          resolvedAt: ago({ minutes: 26 * HOUR }),
        },
      ]
    : [];
}

/** What people vouch for at the service that is told in full. */
export function attestationsOf(name: string): AttestationList {
  const entityRef = `component:default/${name}`;
  const given: Attestation[] = [
    {
      id: 'a1',
      entityRef,
      fact: 'auditLog.exists',
      value: true,
      url: 'https://docs.example.com/payments/audit-log',
      note: 'Reviewed with risk in September',
      author: 'user:default/mei.tanaka',
      createdAt: ago({ days: 60 }),
      expiresAt: ago({ days: -120 }),
    },
    {
      id: 'a2',
      entityRef,
      fact: 'drill.lastAt',
      value: ago({ days: 203 }),
      url: 'https://docs.example.com/game-day-7',
      author: 'user:default/mei.tanaka',
      createdAt: ago({ days: 203 }),
      expiresAt: ago({ days: 23 }),
    },
  ];
  return {
    items: name === 'payments-api' ? given : [],
    attestable: [
      {
        fact: 'drill.lastAt',
        type: 'timestamp',
        description: 'When a slow dependency was last rehearsed.',
      },
      {
        fact: 'auditLog.exists',
        type: 'bool',
        description: 'Sensitive operations are audited.',
      },
    ],
    mayAttest: true,
  };
}

function source(
  id: string,
  title: string,
  more: Partial<SourceHealth> = {},
): SourceHealth {
  const linked = more.linked ?? 70;
  return {
    id,
    kind: id.split(':')[0],
    title,
    strength: 'observed',
    status: 'ok',
    lastStartedAt: ago({ minutes: 3 }),
    lastSucceededAt: ago({ minutes: 3 }),
    nextRunAt: ago({ minutes: -2 }),
    durationMs: 4200,
    calls: 12,
    linked,
    entities: 70,
    coverage: {
      linked,
      entities: 70,
      statuses:
        linked < 70 ? { ok: linked, 'not-linked': 70 - linked } : { ok: 70 },
    },
    emits: [],
    mayRun: true,
    errors: [],
    ...more,
  };
}

/** The sources of the invented company. */
export const sources: SourceHealth[] = [
  source('kubernetes:prod-eu-1', 'Kubernetes prod-eu-1', {
    linked: 61,
    calls: 34,
    durationMs: 8900,
  }),
  source('repository', 'repository', {
    strength: 'declared',
    linked: 68,
    calls: 70,
    durationMs: 65_000,
    lastSucceededAt: ago({ minutes: 26 }),
    lastStartedAt: ago({ minutes: 26 }),
    errors: [
      {
        message: 'mapping values are not allowed here',
        entityRef: 'component:default/reviews',
        file: 'deploy/values.yaml',
        line: 14,
      },
    ],
  }),
  source('github:acme', 'GitHub', { linked: 66, emits: ['deployments'] }),
  source('argocd:main', 'Argo CD', { linked: 58, emits: ['deployments'] }),
  source('alertmanager:app-eu', 'Alertmanager app-eu', {
    linked: 59,
    emits: ['alerts'],
    calls: 3,
    durationMs: 240,
  }),
  source('prometheus:data-eu', 'Prometheus data-eu', {
    linked: 0,
    status: 'failing',
    lastStartedAt: ago({ minutes: 1 }),
    lastSucceededAt: ago({ days: 9 }),
    calls: 1,
    durationMs: 130,
    coverage: { linked: 0, entities: 70, statuses: { denied: 70 } },
    errors: [{ message: 'GET /api/v1/rules answers 403' }],
  }),
  source('pagerduty:acme', 'PagerDuty', { linked: 52, emits: ['incidents'] }),
];

/** Services that a source says nothing about. */
export function unlinkedOf(id: string): UnlinkedEntity[] {
  const found = sources.find(candidate => candidate.id === id);
  const annotations: Record<string, string> = {
    kubernetes: 'backstage.io/kubernetes-id',
    github: 'github.com/project-slug',
    argocd: 'argocd/app-name',
    pagerduty: 'pagerduty.com/service-id',
  };
  const count = found ? found.entities - found.linked : 0;
  return fleet.slice(0, count).map(row => ({
    ref: row.ref,
    title: row.title ?? row.name,
    owner: row.owner,
    status: found?.status === 'failing' ? 'denied' : 'not-linked',
    ...(found && annotations[found.kind]
      ? { annotation: `${annotations[found.kind]}: ${row.name}` }
      : { message: 'the catalog names no repository' }),
  }));
}
