import { scanDocuments, workload } from '../../testing/workloadText';

describe('environment variables', () => {
  it('names variables with a secret, never the value', async () => {
    const harness = await scanDocuments(
      workload({
        container: `          env:
            - { name: PLAIN, value: x }
            - { name: DB_PASSWORD, value: hunter2 }
            - { name: REFERRED, valueFrom: { secretKeyRef: { name: a, key: b } } }`,
      }),
    );
    expect(harness.object('Deployment//app').clearSecrets).toEqual([
      'DB_PASSWORD',
    ]);
    expect(harness.placeOf('Deployment//app', 'clearSecrets')).toBe(
      'all.yaml:17',
    );
    expect(JSON.stringify(harness.scan)).not.toContain('hunter2');
  });
});
