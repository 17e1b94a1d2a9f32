import { slosDetector } from './slos';
import { runDetector } from './testing/createTestContext';

const catalogInfo = 'kind: Component\nmetadata: { name: payments-api }\n';
const sloth = `version: prometheus/v1
service: payments-api
slos:
  - name: requests
    objective: 99.95
  - name: latency
    objective: 99
`;

describe('slosDetector', () => {
  it('reads Sloth', async () => {
    const findings = await runDetector(slosDetector, {
      files: { 'slo/a.yaml': sloth },
    });
    expect(findings.members.slos).toEqual({
      requests: { name: 'requests', objective: 0.9995 },
      latency: { name: 'latency', objective: 0.99 },
    });
    expect(findings.memberOrigins.slos.latency).toEqual({
      '': 'slo/a.yaml:6',
      objective: 'slo/a.yaml:7',
    });
  });

  it("reads Sloth's objects and OpenSLO", async () => {
    const findings = await runDetector(slosDetector, {
      files: {
        'deploy/sloth.yaml':
          'apiVersion: sloth.slok.dev/v1\nkind: PrometheusServiceLevel\nmetadata: { name: a }\nspec:\n  service: payments-api\n  slos: [{ name: requests, objective: 99.9 }]\n',
        'openslo/latency.yaml':
          'apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: latency }\nspec:\n  service: payments-api\n  objectives: [{ target: 0.99 }, { targetPercent: 95 }]\n',
      },
      manifests: ['deploy/sloth.yaml'],
    });
    expect(findings.members.slos).toEqual({
      requests: { name: 'requests', objective: 0.999 },
      'latency 1': { name: 'latency 1', objective: 0.99 },
      'latency 2': { name: 'latency 2', objective: 0.95 },
    });
  });

  it('takes no objective of another service', async () => {
    const findings = await runDetector(slosDetector, {
      name: 'ledger',
      files: {
        'slo/a.yaml': sloth,
        'catalog-info.yaml': `${catalogInfo}---\nkind: Component\nmetadata: { name: ledger }\n`,
      },
    });
    expect(findings.members).toEqual({});
  });

  it('takes what lies in the repository of one service, whatever it is called there', async () => {
    const findings = await runDetector(slosDetector, {
      files: {
        'slo/a.yaml': sloth.replace('payments-api', 'payments'),
        'catalog-info.yaml': catalogInfo,
      },
    });
    expect(Object.keys(findings.members.slos)).toHaveLength(2);
  });

  it('says what one lacks', async () => {
    const findings = await runDetector(slosDetector, {
      files: {
        'slo/a.yaml':
          'version: prometheus/v1\nservice: payments-api\nslos: [{ name: requests }]\n',
      },
    });
    expect(findings.members.slos).toEqual({ requests: { name: 'requests' } });
    expect(findings.memberGaps.slos.requests).toEqual([
      'slo/a.yaml states no objective for requests',
    ]);
  });

  it('cannot tell where nothing is declared, or a file does not parse', async () => {
    expect(
      (await runDetector(slosDetector, { files: {} })).gaps.slos,
    ).toHaveLength(1);
    expect(
      (await runDetector(slosDetector, { files: { 'slo.yaml': 'a: [' } })).gaps
        .slos,
    ).toEqual(['slo.yaml could not be read, and may hold objectives']);
  });

  it('states that there is none beside the manifests', async () => {
    const findings = await runDetector(slosDetector, {
      files: { 'deploy.yaml': 'kind: Deployment\nmetadata: { name: a }' },
      manifests: ['deploy.yaml'],
    });
    expect(findings.members).toEqual({});
    expect(findings.gaps).toEqual({});
  });
});
