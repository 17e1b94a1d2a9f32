import { ScanHarness } from '../../testing/ScanHarness';

interface WorkloadText {
  kind?: string;
  apiVersion?: string;
  /** YAML below `spec`, indented by two. */
  spec?: string;
  /** YAML below the pod's spec, indented by six. */
  pod?: string;
  /** YAML below the container, indented by ten. */
  container?: string;
}

function workload({
  kind = 'Deployment',
  apiVersion = 'apps/v1',
  spec = '',
  pod = '',
  container = '',
}: WorkloadText = {}): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: app
spec:
${spec}
  template:
    metadata:
      labels: { app: app, tier: web }
    spec:
${pod}
      containers:
        - name: main
          image: app:v1
${container}
`;
}

async function scan(...documents: string[]): Promise<ScanHarness> {
  const harness = await ScanHarness.scan({
    'all.yaml': documents.join('\n---\n'),
  });
  expect(harness.scan.errors).toEqual([]);
  return harness;
}

async function fieldsOf(text: WorkloadText, ...others: string[]) {
  const harness = await scan(workload(text), ...others);
  return harness.object(`${text.kind ?? 'Deployment'}//app`);
}

const HPA = (spec: string) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: scaler }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: app }
${spec}`;

const SCALED_OBJECT = (spec: string) => `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: scaler }
spec:
  scaleTargetRef: { name: app }
${spec}`;

const BUDGET = (spec: string, name = 'budget') => `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: ${name} }
spec: { ${spec}, selector: { matchLabels: { app: app } } }`;

describe('workloads', () => {
  describe('replicas', () => {
    it.each([
      [
        'neither',
        {},
        [],
        { minReplicas: 1, maxReplicas: 1, autoscaled: false },
      ],
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
      const harness = await scan(here, other);
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
    const harness = await scan(`apiVersion: batch/v1
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
    const harness = await scan(
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

  describe('disruption budget', () => {
    it.each([
      ['maxUnavailable: 1', 2, 1],
      ['maxUnavailable: 0', 2, 0],
      ['maxUnavailable: 30%', 3, 1],
      ['maxUnavailable: 1%', 3, 1],
      ['maxUnavailable: 0%', 3, 0],
      ['minAvailable: 1', 1, 0],
      ['minAvailable: 1', 3, 2],
      ['minAvailable: 50%', 3, 1],
      ['minAvailable: 67%', 3, 0],
      ['minAvailable: 100%', 3, 0],
      ['minAvailable: 9', 3, 0],
    ])('%s of %i allows %i', async (states, replicas, allowed) => {
      const harness = await scan(
        workload({ spec: `  replicas: ${replicas}` }),
        BUDGET(states),
      );
      expect(harness.object('Deployment//app')).toMatchObject({
        budgeted: true,
        budget: 'PodDisruptionBudget//budget',
        evictionsAllowed: allowed,
      });
      expect(harness.object('PodDisruptionBudget//budget')).toEqual({
        name: 'budget',
        states: states.replace(':', ''),
        allowsEviction: allowed > 0,
      });
    });

    it('counts at the minimum of the autoscaler', async () => {
      const harness = await scan(
        workload({ spec: '  replicas: 9' }),
        HPA('  minReplicas: 2\n  maxReplicas: 9'),
        BUDGET('minAvailable: 2'),
      );
      expect(harness.object('Deployment//app').evictionsAllowed).toBe(0);
      expect(harness.placeOf('Deployment//app', 'evictionsAllowed')).toMatch(
        /^all\.yaml:\d+$/,
      );
    });

    it('allows none where two select the same pods', async () => {
      const fields = await fieldsOf(
        { spec: '  replicas: 3' },
        BUDGET('maxUnavailable: 1'),
        BUDGET('maxUnavailable: 1', 'second'),
      );
      expect(fields.evictionsAllowed).toBe(0);
    });

    it('does not tell what it cannot count', async () => {
      const harness = await scan(BUDGET('minAvailable: 1'));
      expect(harness.object('PodDisruptionBudget//budget')).not.toHaveProperty(
        'allowsEviction',
      );
      expect(harness.reasonsOf('PodDisruptionBudget//budget')).toContain(
        'is not known',
      );
    });

    it('selects nothing without a selector, and all with an empty one', async () => {
      const without =
        'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: budget }\nspec: { maxUnavailable: 1 }';
      expect(await fieldsOf({}, without)).toMatchObject({ budgeted: false });
      const empty = without.replace(
        'maxUnavailable: 1',
        'maxUnavailable: 1, selector: {}',
      );
      expect(await fieldsOf({}, empty)).toMatchObject({ budgeted: true });
      expect(
        await fieldsOf({}, empty.replace('policy/v1', 'policy/v1beta1')),
      ).toMatchObject({ budgeted: false });
    });
  });

  describe('spread', () => {
    const constraint = (selector: string, key = 'kubernetes.io/hostname') =>
      `      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: ${key}, labelSelector: ${selector} }]`;

    it.each([
      [constraint('{ matchLabels: { app: app } }'), true, false],
      [
        constraint(
          '{ matchLabels: { app: app } }',
          'topology.kubernetes.io/zone',
        ),
        true,
        true,
      ],
      [constraint('{ matchLabels: { app: other } }'), false, false],
      [
        constraint('{ matchExpressions: [{ key: tier, operator: Exists }] }'),
        true,
        false,
      ],
      [
        constraint(
          '{ matchExpressions: [{ key: tier, operator: NotIn, values: [web] }] }',
        ),
        false,
        false,
      ],
      ['', false, false],
      [
        `      affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: topology.kubernetes.io/zone, labelSelector: { matchLabels: { app: app } } } }] } }`,
        true,
        true,
      ],
      [
        `      affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: kubernetes.io/hostname, namespaces: [other], labelSelector: { matchLabels: { app: app } } }] } }`,
        false,
        false,
      ],
      [
        `      affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: kubernetes.io/hostname, namespaceSelector: {}, labelSelector: { matchLabels: { app: app } } }] } }`,
        true,
        false,
      ],
    ])('%s', async (pod, spread, zoneSpread) => {
      expect(await fieldsOf({ pod })).toMatchObject({ spread, zoneSpread });
    });
  });

  describe('updates', () => {
    const rolling = (values: string) =>
      `  strategy: { type: RollingUpdate, rollingUpdate: { ${values} } }`;

    it.each([
      ['Deployment', '', 'RollingUpdate', true, true],
      [
        'Deployment',
        '  strategy: { type: Recreate }',
        'Recreate',
        false,
        false,
      ],
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
      expect(
        await fieldsOf({ spec: '  revisionHistoryLimit: 0' }),
      ).toMatchObject({ revisionHistoryLimit: 0 });
    });
  });

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
      expect(
        await fieldsOf({ container: hook + ports + helper }),
      ).toMatchObject({ gracefulShutdown: true });
      const serving =
        '        - { name: helper, image: helper:v1, ports: [{ containerPort: 1 }] }\n';
      expect(
        (await fieldsOf({ container: hook + ports + serving }))
          .gracefulShutdown,
      ).not.toBe(true);
    });
  });

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
      const harness = await scan(
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

  it.each([
    ['app', false],
    ['app:latest', false],
    ['host:5000/app', false],
    ['host:5000/app:v1', true],
    ['app@sha256:0123', true],
    ['app:latest@sha256:0123', true],
  ])('image %s is pinned: %s', async (image, pinned) => {
    const harness = await scan(workload().replace('app:v1', `"${image}"`));
    expect(harness.object('Deployment//app').unpinnedImages).toEqual(
      pinned ? [] : [image],
    );
  });

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

  it('names variables with a secret, never the value', async () => {
    const harness = await scan(
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
      expect(
        (await fieldsOf({ pod }, claim(modes))).singleWriterVolumes,
      ).toEqual(expected);
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
      const harness = await scan(workload({ pod }));
      expect(harness.object('Deployment//app')).not.toHaveProperty(
        'singleWriterVolumes',
      );
      expect(harness.reasonsOf('Deployment//app')).toContain('the claim data');
    });
  });

  it.each([
    ['networking.k8s.io/v1', 'NetworkPolicy', 'podSelector: {}', true],
    [
      'networking.k8s.io/v1',
      'NetworkPolicy',
      'podSelector: { matchLabels: { app: x } }',
      false,
    ],
    [
      'cilium.io/v2',
      'CiliumNetworkPolicy',
      'endpointSelector: { matchLabels: { app: app } }',
      true,
    ],
  ])('%s %s %s', async (apiVersion, kind, selector, expected) => {
    const fields = await fieldsOf(
      {},
      `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: p }\nspec: { ${selector} }`,
    );
    expect(fields.networkPolicy).toBe(expected);
  });
});
