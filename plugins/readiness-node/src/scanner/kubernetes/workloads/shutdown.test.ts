import { fieldsOf } from '../../testing/workloadText';

describe('shutdown', () => {
  it('has thirty seconds and no hook unless written', async () => {
    const fields = await fieldsOf({});
    expect(fields.terminationGraceSeconds).toBe(30);
    expect(fields.gracefulShutdown).not.toBe(true);
  });

  it('is graceful by a hook of what serves', async () => {
    const hook =
      '          lifecycle: { preStop: { sleep: { seconds: 5 } } }\n';
    const ports = '          ports: [{ containerPort: 80 }]\n';
    const helper = '        - { name: helper, image: helper:v1 }\n';
    expect(await fieldsOf({ container: hook + ports + helper })).toMatchObject({
      gracefulShutdown: true,
    });
    const serving =
      '        - { name: helper, image: helper:v1, ports: [{ containerPort: 1 }] }\n';
    expect(
      (await fieldsOf({ container: hook + ports + serving })).gracefulShutdown,
    ).not.toBe(true);
  });
});
