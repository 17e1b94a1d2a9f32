import { metricsDetector } from './metrics';
import { runDetector } from './testing/createTestContext';

function deployment(annotations = '') {
  return `kind: Deployment
metadata: { name: payments-api }
spec:
  template:
    metadata:
      labels: { app: payments-api, tier: api }
      annotations: { ${annotations} }
`;
}

const service = `---
kind: Service
metadata: { name: payments-api, labels: { app: payments-api } }
`;

function monitor(kind: string, selector: string, endpoints: string) {
  return `---
kind: ${kind}
metadata: { name: payments-api }
spec:
  selector: ${selector}
  ${endpoints}: [{ port: http }]
`;
}

function detect(text: string) {
  return runDetector(metricsDetector, {
    files: { 'deploy.yaml': text },
    manifests: ['deploy.yaml'],
  });
}

describe('metricsDetector', () => {
  it.each([
    [
      'a ServiceMonitor',
      service +
        monitor(
          'ServiceMonitor',
          '{ matchLabels: { app: payments-api } }',
          'endpoints',
        ),
      'deploy.yaml:12',
    ],
    [
      'a PodMonitor',
      monitor(
        'PodMonitor',
        '{ matchExpressions: [{ key: app, operator: In, values: [payments-api] }] }',
        'podMetricsEndpoints',
      ),
      'deploy.yaml:9',
    ],
  ])('sees %s that selects the service', async (_name, objects, origin) => {
    const findings = await detect(deployment() + objects);
    expect(findings.facts).toEqual({ 'metrics.scraped': true });
    expect(findings.origins['metrics.scraped']).toBe(origin);
  });

  it('sees a scrape annotation', async () => {
    const findings = await detect(deployment('prometheus.io/scrape: "true"'));
    expect(findings.facts).toEqual({ 'metrics.scraped': true });
    expect(findings.origins['metrics.scraped']).toBe('deploy.yaml:7');
  });

  it.each([
    ['nothing', ''],
    [
      'a monitor of another service',
      service +
        monitor(
          'ServiceMonitor',
          '{ matchLabels: { app: ledger } }',
          'endpoints',
        ),
    ],
    [
      'a monitor whose Service is missing',
      monitor(
        'ServiceMonitor',
        '{ matchLabels: { app: payments-api } }',
        'endpoints',
      ),
    ],
    [
      'a monitor that excludes the pods',
      monitor(
        'PodMonitor',
        '{ matchExpressions: [{ key: tier, operator: NotIn, values: [api] }] }',
        'podMetricsEndpoints',
      ),
    ],
  ])('states false with %s beside the workload', async (_name, objects) => {
    const findings = await detect(
      deployment('prometheus.io/scrape: "false"') + objects,
    );
    expect(findings.facts).toEqual({ 'metrics.scraped': false });
  });

  it('cannot tell without a workload', async () => {
    const findings = await detect(service);
    expect(findings.facts).toEqual({});
    expect(findings.gaps['metrics.scraped']).toHaveLength(1);
  });
});
