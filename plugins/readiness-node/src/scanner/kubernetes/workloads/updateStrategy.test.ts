import { fieldsOf } from '../../testing/workloadText';

describe('updates', () => {
  const rolling = (values: string) =>
    `  strategy: { type: RollingUpdate, rollingUpdate: { ${values} } }`;

  it.each([
    ['Deployment', '', 'RollingUpdate', true, true],
    ['Deployment', '  strategy: { type: Recreate }', 'Recreate', false, false],
    [
      'Deployment',
      `  replicas: 4\n${rolling('maxUnavailable: 100%')}`,
      'RollingUpdate',
      true,
      false,
    ],
    [
      'Deployment',
      `  replicas: 4\n${rolling('maxUnavailable: 99%')}`,
      'RollingUpdate',
      true,
      true,
    ],
    // Both 0 is not allowed: Kubernetes takes one pod away.
    [
      'Deployment',
      `  replicas: 1\n${rolling('maxUnavailable: 10%, maxSurge: 0')}`,
      'RollingUpdate',
      true,
      false,
    ],
    [
      'Deployment',
      `  replicas: 1\n${rolling('maxUnavailable: 1')}`,
      'RollingUpdate',
      true,
      false,
    ],
    ['StatefulSet', '  replicas: 3', 'RollingUpdate', true, true],
    ['StatefulSet', '  replicas: 1', 'RollingUpdate', true, false],
    [
      'StatefulSet',
      '  replicas: 3\n  updateStrategy: { type: OnDelete }',
      'OnDelete',
      false,
      false,
    ],
    ['DaemonSet', '', 'RollingUpdate', true, true],
    [
      'DaemonSet',
      '  updateStrategy: { rollingUpdate: { maxUnavailable: 100% } }',
      'RollingUpdate',
      true,
      false,
    ],
    ['ReplicaSet', '', 'none', false, false],
  ])('%s %s', async (kind, spec, strategy, rolls, leavesCapacity) => {
    expect(await fieldsOf({ kind, spec })).toMatchObject({
      strategy,
      rolls,
      leavesCapacity,
    });
  });

  it('keep ten revisions unless told', async () => {
    expect(await fieldsOf({})).toMatchObject({ revisionHistoryLimit: 10 });
    expect(await fieldsOf({ spec: '  revisionHistoryLimit: 0' })).toMatchObject(
      { revisionHistoryLimit: 0 },
    );
  });
});
