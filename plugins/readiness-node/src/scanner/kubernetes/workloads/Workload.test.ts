import { fieldsOf, scanDocuments, workload } from '../../testing/workloadText';

describe('workloads', () => {
  it('a Job neither runs on nor answers probes', async () => {
    const job = await fieldsOf({ kind: 'Job', apiVersion: 'batch/v1' });
    expect(job).toMatchObject({
      longRunning: false,
      scalable: false,
      withoutReadinessProbe: [],
      withoutLivenessProbe: [],
      withoutRequestsOrLimits: [
        'main: CPU request, memory request, memory limit',
      ],
    });
    expect(job).not.toHaveProperty('rolls');
  });

  it('a CronJob has its pod two levels down', async () => {
    const harness = await scanDocuments(`apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly }
spec:
  jobTemplate:
    spec:
      template:
        spec:
          containers: [{ name: main, image: app }]
`);
    expect(harness.object('CronJob//nightly')).toMatchObject({
      unpinnedImages: ['app'],
    });
    expect(harness.placeOf('CronJob//nightly', 'unpinnedImages')).toBe(
      'all.yaml:9',
    );
  });

  it('a Rollout takes the template of the Deployment that it refers to', async () => {
    const harness = await scanDocuments(
      workload({
        container: '          securityContext: { privileged: true }',
      }),
      `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: canary }
spec:
  replicas: 3
  workloadRef: { apiVersion: apps/v1, kind: Deployment, name: app }
  strategy: { canary: { maxUnavailable: 0 } }
`,
    );
    expect(harness.object('Rollout//canary')).toMatchObject({
      minReplicas: 3,
      privilegedContainers: ['main'],
      strategy: 'Canary',
      rolls: true,
      leavesCapacity: true,
    });
    expect(harness.services).toEqual(['component:default/canary']);
  });
});
