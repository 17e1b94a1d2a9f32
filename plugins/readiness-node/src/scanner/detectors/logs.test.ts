import { logsDetector } from './logs';
import { runDetector } from './testing/createTestContext';

const workload = (annotations: string, rest = '') =>
  `kind: Deployment
metadata: { name: a }
spec:
  template:
    metadata: { annotations: { ${annotations} } }
    spec:
      containers:
        - name: api
          image: a:1
${rest}`;

function detect(files: Record<string, string>) {
  return runDetector(logsDetector, {
    files,
    manifests: 'a.yaml' in files ? ['a.yaml'] : [],
  });
}

describe('logsDetector', () => {
  it.each<[string, Record<string, string>]>([
    [
      'package.json:1',
      { 'package.json': '{ "dependencies": { "pino": "9" } }' },
    ],
    ['requirements.txt:1', { 'requirements.txt': 'structlog==24\n' }],
    [
      'src/a.ts:2',
      {
        'src/a.ts':
          'import Fastify from "fastify";\nFastify({ logger: true });',
      },
    ],
    [
      'main.go:1',
      { 'main.go': 'slog.New(slog.NewJSONHandler(os.Stdout, nil))' },
    ],
    [
      'src/main/resources/logback-spring.xml:1',
      {
        'src/main/resources/logback-spring.xml':
          '<encoder class="net.logstash.logback.encoder.LogstashEncoder"/>',
      },
    ],
    [
      'src/main/resources/application.yaml:1',
      {
        'src/main/resources/application.yaml':
          'logging.structured.format.console: ecs',
      },
    ],
  ])('sees structured logs in %s', async (origin, files) => {
    const findings = await detect(files);
    expect(findings.facts['logs.structured']).toBe(true);
    expect(findings.origins['logs.structured']).toBe(origin);
  });

  it.each([
    ['src/a.ts', "console.log('hello');"],
    ['main.go', 'log.Println("hello")'],
    ['app.py', 'print("hello")'],
    ['A.java', 'System.out.println("hello");'],
  ])('sees lines for people in %s', async (path, text) => {
    expect((await detect({ [path]: text })).facts['logs.structured']).toBe(
      false,
    );
  });

  it('cannot tell without a logger, or without source', async () => {
    expect(
      (await detect({ 'src/a.ts': 'work();' })).gaps['logs.structured'][0],
    ).toContain('no logger');
    expect((await detect({})).gaps['logs.structured'][0]).toContain(
      'not in this repository',
    );
  });

  it.each<[string, string]>([
    ['an annotation', workload('fluentbit.io/parser: json')],
    [
      'a sidecar',
      workload(
        '',
        '        - name: logs\n          image: docker.io/fluent/fluent-bit:3\n',
      ),
    ],
    [
      'an exporter',
      workload(
        '',
        '          env: [{ name: OTEL_LOGS_EXPORTER, value: otlp }]\n',
      ),
    ],
  ])('sees that %s ships them', async (_name, text) => {
    expect((await detect({ 'a.yaml': text })).facts['logs.shipped']).toBe(true);
  });

  it('sees that they are kept from the collector', async () => {
    const findings = await detect({
      'a.yaml': workload('fluentbit.io/exclude: "true"'),
    });
    expect(findings.facts['logs.shipped']).toBe(false);
    expect(findings.origins['logs.shipped']).toBe('a.yaml:5');
  });

  it('cannot tell who takes them', async () => {
    expect(
      (await detect({ 'a.yaml': workload('') })).gaps['logs.shipped'],
    ).toHaveLength(1);
  });
});
