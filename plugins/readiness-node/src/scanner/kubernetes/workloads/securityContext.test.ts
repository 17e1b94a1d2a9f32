import { fieldsOf, scanDocuments, workload } from '../../testing/workloadText';

describe('security', () => {
  it.each([
    ['', '', ['main']],
    ['', 'runAsNonRoot: true', []],
    ['runAsNonRoot: true', '', []],
    ['runAsNonRoot: true', 'runAsNonRoot: false', ['main']],
    ['runAsUser: 1000', '', []],
    ['runAsUser: 1000', 'runAsUser: 0', ['main']],
    ['runAsUser: 0', 'runAsUser: 1000', []],
    ['runAsUser: 1000, runAsGroup: 0', '', ['main']],
    ['runAsUser: 1000, runAsGroup: 0', 'runAsGroup: 1000', []],
    ['runAsNonRoot: true', 'runAsUser: 0', ['main']],
  ])('pod %s, container %s', async (pod, container, expected) => {
    const fields = await fieldsOf({
      pod: pod && `      securityContext: { ${pod} }`,
      container: container && `          securityContext: { ${container} }`,
    });
    expect(fields.rootContainers).toEqual(expected);
  });

  it('names containers and where the fault stands', async () => {
    const harness = await scanDocuments(
      workload({
        pod: '      initContainers: [{ name: init, securityContext: { readOnlyRootFilesystem: true, runAsUser: 5 } }]',
        container: `          securityContext:
            privileged: true
            allowPrivilegeEscalation: true
            readOnlyRootFilesystem: false`,
      }),
    );
    expect(harness.object('Deployment//app')).toMatchObject({
      privilegedContainers: ['main'],
      escalatingContainers: ['main'],
      writableRootContainers: ['main'],
      rootContainers: ['main'],
      ownServiceAccount: false,
    });
    expect(harness.placeOf('Deployment//app', 'privilegedContainers')).toBe(
      'all.yaml:16',
    );
  });

  it.each([
    ['      serviceAccountName: app', true],
    ['      serviceAccount: app', true],
    ['      serviceAccountName: default', false],
  ])('%s', async (pod, expected) => {
    expect((await fieldsOf({ pod })).ownServiceAccount).toBe(expected);
  });
});
