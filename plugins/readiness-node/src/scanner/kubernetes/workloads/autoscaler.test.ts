import {
  HPA,
  SCALED_OBJECT,
  fieldsOf,
  scanDocuments,
  workload,
} from '../../testing/workloadText';

describe('replicas', () => {
  it.each([
    ['neither', {}, [], { minReplicas: 1, maxReplicas: 1, autoscaled: false }],
    [
      'replicas',
      { spec: '  replicas: 4' },
      [],
      { minReplicas: 4, maxReplicas: 4 },
    ],
    ['no replicas at all', { spec: '  replicas: 0' }, [], { minReplicas: 0 }],
    [
      'an autoscaler, which goes before replicas',
      { spec: '  replicas: 4' },
      [HPA('  minReplicas: 2\n  maxReplicas: 6')],
      {
        minReplicas: 2,
        maxReplicas: 6,
        autoscaled: true,
        autoscaler: 'HorizontalPodAutoscaler//scaler',
      },
    ],
    [
      'an autoscaler without a minimum',
      {},
      [HPA('  maxReplicas: 6')],
      { minReplicas: 1, maxReplicas: 6, autoscaled: true },
    ],
    [
      'an autoscaler that cannot scale',
      {},
      [HPA('  minReplicas: 3\n  maxReplicas: 3')],
      { minReplicas: 3, maxReplicas: 3, autoscaled: false },
    ],
    [
      'a ScaledObject, which goes down to nothing unless told',
      { spec: '  replicas: 4' },
      [SCALED_OBJECT('  maxReplicaCount: 5')],
      { minReplicas: 0, maxReplicas: 5, autoscaled: true },
    ],
    [
      'a ScaledObject that idles',
      {},
      [SCALED_OBJECT('  minReplicaCount: 3\n  idleReplicaCount: 0')],
      { minReplicas: 0, maxReplicas: 100 },
    ],
  ])('%s', async (_, text, others, expected) => {
    expect(await fieldsOf(text, ...others)).toMatchObject(expected);
  });

  it('are those of no other namespace', async () => {
    const other = HPA('  minReplicas: 5\n  maxReplicas: 9').replace(
      'name: scaler',
      'name: scaler, namespace: other',
    );
    const here = workload().replace(
      'name: app\nspec',
      'name: app\n  namespace: here\nspec',
    );
    const harness = await scanDocuments(here, other);
    expect(harness.object('Deployment/here/app')).toMatchObject({
      minReplicas: 1,
    });
    expect(
      harness.object('HorizontalPodAutoscaler/other/scaler'),
    ).toMatchObject({ targetExists: false, target: 'Deployment/app' });
  });

  it('are none of what has no number of them', async () => {
    const daemon = await fieldsOf({ kind: 'DaemonSet' });
    expect(daemon).toMatchObject({ scalable: false, longRunning: true });
    expect(daemon).not.toHaveProperty('minReplicas');
  });
});
