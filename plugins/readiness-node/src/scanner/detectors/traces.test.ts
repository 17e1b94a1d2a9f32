import { runDetector } from './testing/createTestContext';
import { tracesDetector } from './traces';

const workload = (annotations = '', env = '') =>
  `kind: Deployment
metadata: { name: a }
spec:
  template:
    metadata: { annotations: { ${annotations} } }
    spec: { containers: [{ name: api, env: [${env}] }] }
`;

function detect(files: Record<string, string>) {
  return runDetector(tracesDetector, {
    files,
    manifests: 'a.yaml' in files ? ['a.yaml'] : [],
  });
}

describe('tracesDetector', () => {
  it.each<[string, Record<string, string>]>([
    [
      'package.json:1',
      {
        'package.json':
          '{ "dependencies": { "@opentelemetry/sdk-node": "0.54" } }',
      },
    ],
    [
      'go.mod:2',
      { 'go.mod': 'module a\nrequire go.opentelemetry.io/otel/sdk v1.32.0\n' },
    ],
    [
      'requirements.txt:1',
      { 'requirements.txt': 'opentelemetry-instrumentation-fastapi==0.49b2\n' },
    ],
    [
      'a.yaml:5',
      {
        'a.yaml': workload(
          'instrumentation.opentelemetry.io/inject-java: "true"',
        ),
      },
    ],
    [
      'a.yaml:6',
      {
        'a.yaml': workload(
          '',
          '{ name: JAVA_TOOL_OPTIONS, value: "-javaagent:/otel/opentelemetry-javaagent.jar" }',
        ),
      },
    ],
    [
      'Dockerfile:2',
      {
        Dockerfile:
          'FROM a\nCMD ["opentelemetry-instrument", "python", "main.py"]\n',
      },
    ],
  ])('sees it in %s', async (origin, files) => {
    const findings = await detect(files);
    expect(findings.facts).toEqual({ 'traces.instrumented': true });
    expect(findings.origins['traces.instrumented']).toBe(origin);
  });

  it('states false where both the libraries and the workloads are known', async () => {
    const findings = await detect({
      'package.json': '{ "dependencies": { "@opentelemetry/api": "1" } }',
      'a.yaml': workload(),
    });
    expect(findings.facts).toEqual({ 'traces.instrumented': false });
  });

  it.each<[string, Record<string, string>]>([
    ['the libraries', { 'a.yaml': workload() }],
    ['the workloads', { 'package.json': '{}' }],
  ])('cannot tell without %s', async (_name, files) => {
    const findings = await detect(files);
    expect(findings.facts).toEqual({});
    expect(findings.gaps['traces.instrumented']).toHaveLength(1);
  });
});
