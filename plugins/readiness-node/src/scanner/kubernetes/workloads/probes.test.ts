import { fieldsOf } from '../../testing/workloadText';

describe('probes', () => {
  const probe = (name: string, what: string) =>
    `          ${name}: { ${what} }\n`;

  it('are asked of containers and sidecars, not of init containers', async () => {
    const fields = await fieldsOf({
      pod: `      initContainers:
        - { name: setup, image: setup:v1 }
        - { name: proxy, image: proxy:v1, restartPolicy: Always }`,
      container: probe('readinessProbe', 'tcpSocket: { port: 1 }'),
    });
    expect(fields).toMatchObject({
      withoutReadinessProbe: ['proxy'],
      withoutLivenessProbe: ['proxy', 'main'],
    });
  });

  it.each([
    [
      'httpGet: { path: /a, port: 80 }',
      'httpGet: { path: /a, port: 80 }',
      true,
    ],
    [
      'httpGet: { path: /a, port: web }',
      'httpGet: { path: /a, port: 80 }',
      true,
    ],
    [
      'httpGet: { path: /a, port: 80, httpHeaders: [{ name: a, value: b }] }',
      'httpGet: { path: /a, port: 80 }, periodSeconds: 3',
      true,
    ],
    [
      'httpGet: { path: /a, port: 80 }',
      'httpGet: { path: /b, port: 80 }',
      false,
    ],
    ['httpGet: { path: /a, port: 80 }', 'tcpSocket: { port: 80 }', false],
    ['grpc: { port: 80 }', 'grpc: { port: 80, service: "" }', true],
    ['grpc: { port: 80 }', 'grpc: { port: 80, service: live }', false],
    ['exec: { command: [a, b] }', 'exec: { command: [a, b] }', true],
    ['exec: { command: [a, b] }', 'exec: { command: [a] }', false],
  ])('%s asks the same as %s: %s', async (readiness, liveness, same) => {
    const fields = await fieldsOf({
      container: `          ports: [{ name: web, containerPort: 80 }]
${probe('readinessProbe', readiness)}${probe('livenessProbe', liveness)}`,
    });
    expect(fields.sameProbes).toEqual(same ? ['main'] : []);
  });
});
