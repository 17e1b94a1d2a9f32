import { fieldsOf, scanDocuments, workload } from '../../testing/workloadText';

describe('volumes', () => {
  const claim = (modes: string) =>
    `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: { accessModes: [${modes}] }`;
  const pod =
    '      volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }, { name: tmp, emptyDir: {} }]';

  it.each([
    ['ReadWriteOnce', ['data']],
    ['ReadWriteOncePod', ['data']],
    ['ReadWriteMany', []],
    ['ReadWriteOnce, ReadWriteMany', []],
  ])('%s', async (modes, expected) => {
    expect((await fieldsOf({ pod }, claim(modes))).singleWriterVolumes).toEqual(
      expected,
    );
  });

  it('on the node are of one instance; claim templates are of each', async () => {
    expect(
      (
        await fieldsOf({
          kind: 'StatefulSet',
          spec: '  volumeClaimTemplates: [{ metadata: { name: a }, spec: { accessModes: [ReadWriteOnce] } }]',
          pod: '      volumes: [{ name: logs, hostPath: { path: /var/log } }]',
        })
      ).singleWriterVolumes,
    ).toEqual(['logs']);
  });

  it('that are claimed elsewhere are not guessed', async () => {
    const harness = await scanDocuments(workload({ pod }));
    expect(harness.object('Deployment//app')).not.toHaveProperty(
      'singleWriterVolumes',
    );
    expect(harness.reasonsOf('Deployment//app')).toContain('the claim data');
  });
});
