import { fieldsOf } from '../../testing/workloadText';

describe('resources', () => {
  it.each([
    ['requests: { cpu: 1, memory: 1Gi }, limits: { memory: 1Gi }', undefined],
    // Kubernetes takes the limit for the request.
    ['limits: { cpu: 1, memory: 1Gi }', undefined],
    ['requests: { cpu: 1, memory: 1Gi }', 'main: memory limit'],
    ['limits: { memory: 1Gi }', 'main: CPU request'],
  ])('resources %s', async (resources, lacked) => {
    const fields = await fieldsOf({
      container: `          resources: { ${resources} }`,
    });
    expect(fields.withoutRequestsOrLimits).toEqual(lacked ? [lacked] : []);
  });
});
