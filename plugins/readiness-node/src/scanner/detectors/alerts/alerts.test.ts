import { runDetector } from '../testing/createTestContext';
import { alertsDetector } from './alerts';

const catalogInfo = `
kind: Component
metadata: { name: payments-api }
`;

const runbook = `# Runbook

## Slow database

Look at the locks.
`;

function prometheusRule(rules: string): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: payments-api
spec:
  groups:
    - name: payments
      rules:
${rules}`;
}

const slowDatabase = prometheusRule(`        - alert: DatabaseSlow
          expr: payments_db_seconds{service="payments-api"} > 1
          labels:
            severity: page
          annotations:
            runbook_url: docs/runbook.md#slow-database
`);

function rule(options: {
  url?: string;
  expr?: string;
  severity?: string;
  labels?: string;
  name?: string;
}): string {
  return `groups:
  - name: all
    rules:
      - alert: ${options.name ?? 'ErrorsHigh'}
        expr: ${options.expr ?? 'errors_total > 1'}
        labels: { severity: ${options.severity ?? 'page'}${
    options.labels ? `, ${options.labels}` : ''
  } }
        annotations: { ${options.url ? `runbook_url: "${options.url}"` : ''} }
`;
}

describe('alertsDetector', () => {
  it('states the alerts of a PrometheusRule with their lines', async () => {
    const findings = await runDetector(alertsDetector, {
      files: {
        'catalog-info.yaml': catalogInfo,
        'deploy/rule.yaml': slowDatabase,
        'docs/runbook.md': runbook,
      },
      manifests: ['deploy/rule.yaml'],
    });

    expect(findings.members.alerts).toEqual({
      DatabaseSlow: {
        name: 'DatabaseSlow',
        healthy: true,
        pages: true,
        about: ['datastore'],
        hasRunbook: true,
        runbookResolves: true,
      },
    });
    expect(findings.memberOrigins.alerts.DatabaseSlow).toEqual({
      '': 'deploy/rule.yaml:9',
      healthy: 'deploy/rule.yaml:10',
      hasRunbook: 'deploy/rule.yaml:14',
      runbookResolves: 'deploy/rule.yaml:14',
    });
    expect(findings.gaps).toEqual({});
  });

  it('sees what is wrong with a rule', async () => {
    const findings = await runDetector(alertsDetector, {
      files: {
        'catalog-info.yaml': catalogInfo,
        'alerts/all.yaml': rule({
          expr: 'sum(rate(errors[5m])',
          severity: 'info',
        }),
      },
    });

    expect(findings.members.alerts.ErrorsHigh).toEqual({
      name: 'ErrorsHigh',
      healthy: false,
      pages: false,
      about: ['availability'],
      hasRunbook: false,
    });
  });

  it.each([
    ['docs/runbook.md#slow-database', true],
    ['docs/runbook.md', true],
    ['../docs/runbook.md#slow-database', true],
    ['docs/runbook.md#slow-cache', false],
    ['docs/away.md', false],
    [
      'https://github.com/acme/payments-api/blob/main/docs/runbook.md#slow-database',
      true,
    ],
    [
      'https://github.com/acme/payments-api/blob/release/1/docs/runbook.md#away',
      false,
    ],
    [
      'https://portal.example.com/docs/default/component/payments-api/runbook/#slow-database',
      true,
    ],
    ['https://wiki.example.com/runbook', undefined],
    ['https://github.com/acme/other/blob/main/docs/runbook.md', undefined],
    ['docs/{{ $labels.kind }}.md', undefined],
  ])('resolves %s: %p', async (url, resolves) => {
    const findings = await runDetector(alertsDetector, {
      files: {
        'catalog-info.yaml': catalogInfo,
        'docs/runbook.md': runbook,
        'alerts/all.yaml': rule({ url }),
      },
      annotations: { 'github.com/project-slug': 'acme/payments-api' },
    });

    expect(findings.members.alerts.ErrorsHigh.runbookResolves).toBe(resolves);
  });

  it('takes of a shared repository only what names the service', async () => {
    const findings = await runDetector(alertsDetector, {
      files: {
        'catalog-info.yaml': `${catalogInfo}---\nkind: Component\nmetadata: { name: ledger }\n`,
        'alerts/a.yaml': rule({
          name: 'ByLabel',
          labels: 'service: payments-api',
        }),
        'alerts/b.yaml': rule({
          name: 'BySelector',
          expr: 'up{job="payments-api"} == 0',
        }),
        'alerts/c.yaml': rule({
          name: 'ByPod',
          expr: 'x{pod=~"payments-api-.*"} == 0',
        }),
        'alerts/d.yaml': rule({ name: 'Other', labels: 'service: ledger' }),
        'alerts/e.yaml': rule({
          name: 'Excluding',
          expr: 'up{job!="payments-api"} == 0',
        }),
        'alerts/f.yaml': rule({ name: 'Unnamed' }),
      },
    });

    expect(Object.keys(findings.members.alerts)).toEqual([
      'ByLabel',
      'BySelector',
      'ByPod',
    ]);
  });

  it('finds the rules of a service in another folder of a monorepo', async () => {
    const findings = await runDetector(alertsDetector, {
      sourcePath: 'services/payments-api',
      files: {
        'services/payments-api/alerts/own.yaml': rule({ name: 'Own' }),
        'monitoring/named.yaml': rule({
          name: 'Named',
          labels: 'app: payments-api',
        }),
        'monitoring/object.yaml': slowDatabase,
        'monitoring/unnamed.yaml': rule({ name: 'Unnamed' }),
      },
    });

    expect(Object.keys(findings.members.alerts).sort()).toEqual([
      'DatabaseSlow',
      'Named',
      'Own',
    ]);
  });

  it('keeps two rules of the same name apart', async () => {
    const findings = await runDetector(alertsDetector, {
      files: {
        'catalog-info.yaml': catalogInfo,
        'alerts/a.yaml': rule({}),
        'alerts/b.yaml': rule({ severity: 'ticket' }),
        'alerts/c.yaml': rule({ severity: 'ticket' }),
      },
    });

    expect(Object.keys(findings.members.alerts)).toEqual([
      'ErrorsHigh',
      'ErrorsHigh (ticket)',
      'ErrorsHigh (2)',
    ]);
  });

  it('cannot tell where neither manifests nor rules are kept', async () => {
    const findings = await runDetector(alertsDetector, {
      files: { 'src/server.ts': 'listen();' },
    });

    expect(findings.members).toEqual({});
    expect(findings.gaps.alerts).toHaveLength(1);
  });

  it('says that a file could not be read', async () => {
    const findings = await runDetector(alertsDetector, {
      files: { 'alerts/broken.yaml': 'groups: [' },
    });

    expect(findings.gaps.alerts).toEqual([
      'alerts/broken.yaml could not be read, and may hold alerts',
    ]);
  });

  it('says nothing more where the manifests hold no alert', async () => {
    const findings = await runDetector(alertsDetector, {
      files: {
        'deploy/service.yaml':
          'kind: Service\nmetadata: { name: payments-api }',
      },
      manifests: ['deploy/service.yaml'],
    });

    expect(findings.members).toEqual({});
    expect(findings.gaps).toEqual({});
  });
});
