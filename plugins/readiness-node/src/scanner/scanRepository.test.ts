import { scanRepository } from './scanRepository';
import { ScanHarness } from './testing/ScanHarness';
import type { Detector } from './Detector';

const deployment = (name: string, extra = '') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 2
  template:
    metadata:
      labels: { app: ${name} }
    spec:
      containers:
        - name: ${name}
          image: ${name}:v1
${extra}`;

const component = (name: string, annotations = '{}', type = 'service') => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations: ${annotations}
spec: { type: ${type}, owner: a, lifecycle: production }
`;

const BOMB = [
  'apiVersion: v1',
  'kind: ConfigMap',
  'metadata: { name: bomb }',
  'a0: &a0 [x, x, x, x, x, x, x, x, x]',
  ...Array.from(
    { length: 10 },
    (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`,
  ),
].join('\n');

describe('scanRepository', () => {
  describe('with files that cannot be read', () => {
    const GOOD = {
      'catalog-info.yaml': component('shop'),
      'deploy/shop.yaml': deployment('shop'),
    };

    it.each<[string, string | Buffer, string]>([
      ['that is broken', 'kind: [', 'is not YAML'],
      ['that is an alias bomb', BOMB, 'maxYamlAliases'],
      ['that is binary', Buffer.from([0x89, 0, 1, 2, 3]), 'is binary'],
      [
        'that is no UTF-8',
        Buffer.from([0xc3, 0x28, 0xff]),
        'not text in UTF-8',
      ],
      [
        'that is a template',
        'a: {{ .Values.a }}\n',
        'is a template with {{ }}',
      ],
      ['that is too large', Buffer.alloc(3 * 1024 * 1024, 97), 'maxFileBytes'],
      ['with a key twice', 'a: 1\na: 2\n', 'twice'],
    ])('names a file %s, and scores the rest', async (_, content, message) => {
      const harness = await ScanHarness.scan({
        ...GOOD,
        'other.yaml': content,
      });
      const errors = harness.scan.errors.filter(
        ({ file }) => file === 'other.yaml',
      );
      expect(errors).toHaveLength(1);
      expect(errors[0].message).toContain(message);
      expect(harness.object('Deployment//shop')).toMatchObject({
        minReplicas: 2,
      });
      expect(harness.members('shop', 'workloads')).toEqual([
        'Deployment//shop',
      ]);
    });

    it('does not read a file of 50 MB to know its size', async () => {
      const read = jest.fn();
      const scan = await scanRepository(
        {
          files: [{ path: 'large.yaml', size: 50 * 1024 * 1024 }],
          errors: [],
          read,
        },
        { now: 0 },
      );
      expect(read).not.toHaveBeenCalled();
      expect(scan.errors).toEqual([
        {
          file: 'large.yaml',
          message:
            'large.yaml is 50 MiB, more than 2 MiB, and is not read (limit maxFileBytes)',
        },
      ]);
    });

    it('says what was not listed', async () => {
      const harness = await ScanHarness.scan(
        { 'a.yaml': deployment('a'), 'b.yaml': deployment('b') },
        { limits: { maxFiles: 1 } },
      );
      expect(harness.services).toEqual(['component:default/a']);
      expect(harness.scan.errors[0].message).toContain('maxFiles');
    });

    it('leaves unknown what a broken manifest may hold, and nothing else', async () => {
      const harness = await ScanHarness.scan({
        ...GOOD,
        'deploy/budget.yaml':
          'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: [\n',
      });
      expect(harness.gap('shop', 'disruptionBudgets')).toContain(
        'deploy/budget.yaml:4:1 is not YAML',
      );
      expect(harness.gap('shop', 'workloads')).toBeUndefined();
      const workload = harness.object('Deployment//shop');
      expect(workload).not.toHaveProperty('budgeted');
      expect(workload).toMatchObject({ networkPolicy: false, minReplicas: 2 });
      expect(harness.reasonsOf('Deployment//shop')).toContain('budget.yaml');
    });

    it('leaves the replicas unknown where an autoscaler may hold them', async () => {
      const harness = await ScanHarness.scan({
        ...GOOD,
        'deploy/hpa.yaml': `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: shop }
spec:
  scaleTargetRef: { kind: Deployment, name: shop
`,
      });
      expect(harness.object('Deployment//shop')).not.toHaveProperty(
        'minReplicas',
      );
      // `kind: Deployment` in it is what it refers to.
      expect(harness.gap('shop', 'workloads')).toBeUndefined();
      expect(harness.gap('shop', 'autoscalers')).toBeDefined();
    });

    it('does not let a broken workload touch the services beside it', async () => {
      const harness = await ScanHarness.scan({
        'a.yaml': deployment('a'),
        'b.yaml': `${deployment('b')}\n  broken: [`,
      });
      expect(harness.gap('a', 'workloads')).toBeUndefined();
      const single = await ScanHarness.scan({
        ...GOOD,
        'b.yaml': `${deployment('b')}\n  broken: [`,
      });
      expect(single.gap('shop', 'workloads')).toContain('b.yaml');
    });

    it('scores on where a detector fails, and says so', async () => {
      const failing: Detector = {
        name: 'failing',
        facts: ['runbook.exists'],
        detect: () => Promise.reject(new Error('no')),
      };
      const harness = await ScanHarness.scan(GOOD, { detectors: [failing] });
      expect(harness.scan.errors).toMatchObject([
        { message: expect.stringContaining('failing failed') },
      ]);
      expect(harness.members('shop', 'workloads')).toHaveLength(1);
    });
  });

  describe('without a catalog', () => {
    it('makes each workload a service, told apart by namespace and kind', async () => {
      const harness = await ScanHarness.scan({
        'all.yaml': [
          deployment('Web:App'),
          deployment('api').replace(
            'name: api\n',
            'name: api\n  namespace: eu\n',
          ),
          deployment('api').replace(
            'name: api\n',
            'name: api\n  namespace: us\n',
          ),
          deployment('api')
            .replace('name: api\n', 'name: api\n  namespace: us\n')
            .replace('kind: Deployment', 'kind: StatefulSet'),
        ].join('---\n'),
      });
      expect(harness.services).toEqual([
        'component:default/api.eu',
        'component:default/api.us',
        'component:default/api.us.statefulset',
        'component:default/web-app',
      ]);
    });

    it('flattens lists and keeps the objects of one name apart', async () => {
      const harness = await ScanHarness.scan({
        'list.yaml': `apiVersion: v1
kind: List
items:
  - apiVersion: rbac.authorization.k8s.io/v1
    kind: Role
    metadata: { name: r, namespace: n }
    rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]
  - apiVersion: rbac.authorization.k8s.io/v1
    kind: Role
    metadata: { name: r, namespace: n }
    rules: [{ apiGroups: [""], resources: [pods, secrets], verbs: ["*"] }]
`,
      });
      expect(harness.scan.objects).toMatchObject([
        { key: 'Role/n/r', file: 'list.yaml', line: 4 },
        { key: 'Role/n/r#2', file: 'list.yaml', line: 8 },
      ]);
      expect(harness.object('Role/n/r').wildcards).toEqual([]);
      expect(harness.object('Role/n/r#2').wildcards).toEqual([
        'verbs of pods, secrets',
      ]);
      expect(harness.placeOf('Role/n/r#2', 'wildcards')).toBe('list.yaml:11');
    });

    it('reads nothing as an object that is none', async () => {
      const harness = await ScanHarness.scan({
        'slo.yaml':
          'apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: a }\n',
        'skaffold.yaml':
          'apiVersion: skaffold/v4beta11\nkind: Config\nmetadata: { name: a }\n',
        'compose.yaml': 'services: { a: { image: a } }\n',
        'template.yaml': `apiVersion: v1\nkind: Service\nmetadata: { name: "{{ name }}" }\n`,
      });
      expect(harness.scan.objects).toEqual([]);
      expect(harness.services).toEqual([]);
    });
  });

  describe('whose a workload is', () => {
    const labelled = (name: string, label: string) =>
      deployment(name).replace(
        `name: ${name}\n`,
        `name: ${name}\n  labels: { ${label} }\n`,
      );
    const matchOf = (harness: ScanHarness, name: string) =>
      harness.service(name).matched;

    it('follows the strongest rule', async () => {
      const harness = await ScanHarness.scan({
        'catalog-info.yaml': [
          component(
            'a',
            '{ backstage.io/kubernetes-label-selector: "app in (x, y),!gone" }',
          ),
          component('b', '{ backstage.io/kubernetes-id: bee }'),
          component('c'),
          component('d'),
        ].join('---'),
        'deploy.yaml': [
          deployment('x'),
          labelled('z', 'backstage.io/kubernetes-id: bee'),
          labelled('sea', 'app.kubernetes.io/name: c'),
          deployment('d'),
          deployment('stranger'),
        ].join('---\n'),
      });
      expect(matchOf(harness, 'a')).toEqual([
        {
          member: 'Deployment//x',
          rule: 'annotation backstage.io/kubernetes-label-selector: app in (x, y),!gone',
        },
      ]);
      expect(matchOf(harness, 'b')).toEqual([
        { member: 'Deployment//z', rule: 'backstage.io/kubernetes-id: bee' },
      ]);
      expect(matchOf(harness, 'c')).toEqual([
        { member: 'Deployment//sea', rule: 'app.kubernetes.io/name: c' },
      ]);
      expect(matchOf(harness, 'd')).toEqual([
        { member: 'Deployment//d', rule: 'equal name' },
      ]);
      expect(harness.object('Deployment//stranger')).toBeDefined();
    });

    it('gives what two claim to neither, and tells both', async () => {
      const harness = await ScanHarness.scan({
        'catalog-info.yaml': [
          component('a', '{ backstage.io/kubernetes-id: same }'),
          component('b', '{ backstage.io/kubernetes-id: same }'),
        ].join('---'),
        'deploy.yaml': labelled('x', 'backstage.io/kubernetes-id: same'),
      });
      const reason =
        'Deployment//x is claimed by component:default/a and component:default/b (backstage.io/kubernetes-id: same) and goes to neither';
      expect(harness.scan.errors).toEqual([
        { file: 'deploy.yaml', line: 1, message: reason },
      ]);
      expect(harness.members('a', 'workloads')).toEqual([]);
      expect(harness.gap('a', 'workloads')).toBe(reason);
      expect(harness.gap('b', 'workloads')).toBe(reason);
    });

    it('gives the only service all workloads, whatever else the catalog names', async () => {
      const harness = await ScanHarness.scan({
        'catalog-info.yaml': [
          component('shop'),
          component('client', '{}', 'library'),
        ].join('---'),
        'deploy.yaml': [deployment('api'), deployment('worker')].join('---\n'),
      });
      expect(matchOf(harness, 'shop')).toEqual([
        { member: 'Deployment//api', rule: 'only service of the repository' },
        {
          member: 'Deployment//worker',
          rule: 'only service of the repository',
        },
      ]);
      expect(matchOf(harness, 'client')).toEqual([]);
    });

    it('keeps each service of a monorepo to its folder', async () => {
      const harness = await ScanHarness.scan({
        'catalog-info.yaml': [
          component('a', '{ airworthy.dev/source-path: ./services/a/ }'),
          component('b', '{ airworthy.dev/source-path: services/b }'),
        ].join('---'),
        'services/a/deploy.yaml': deployment('api'),
        'services/b/deploy.yaml': deployment('api').replace(
          'name: api\n',
          'name: api\n  namespace: b\n',
        ),
        'services/b/base/deployment.yaml': deployment('worker'),
        'services/b/base/kustomization.yaml': 'resources: [deployment.yaml]\n',
      });
      expect(harness.members('a', 'workloads')).toEqual(['Deployment//api']);
      expect(harness.members('b', 'workloads')).toEqual([
        'Deployment//worker',
        'Deployment/b/api',
      ]);
      expect(harness.service('b').overlay).toBe(
        'services/b/base (the base: there is no overlay)',
      );
      expect(harness.service('a').overlay).toBeUndefined();
    });

    it('takes the entities that it is given', async () => {
      const entity = {
        entityRef: 'component:default/given',
        name: 'given',
        namespace: 'default',
        annotations: { 'backstage.io/kubernetes-namespace': 'eu' },
        labels: {},
      };
      const harness = await ScanHarness.scan(
        {
          'catalog-info.yaml': component('other'),
          'deploy.yaml': [
            deployment('given').replace(
              'name: given\n',
              'name: given\n  namespace: eu\n',
            ),
            deployment('given').replace(
              'name: given\n',
              'name: given\n  namespace: us\n',
            ),
          ].join('---\n'),
        },
        {
          entities: [
            entity,
            {
              ...entity,
              entityRef: 'component:default/second',
              name: 'second',
            },
          ],
        },
      );
      expect(harness.members('given', 'workloads')).toEqual([
        'Deployment/eu/given',
      ]);
    });
  });

  it('gives objects to the service whose workload they belong to', async () => {
    const harness = await ScanHarness.scan({
      'catalog-info.yaml': [component('a'), component('b')].join('---'),
      'a/deploy.yaml': deployment('a', '      serviceAccountName: runner\n'),
      'b/deploy.yaml': deployment('b'),
      'shared.yaml': `
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: a } }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: in }
spec:
  rules: [{ host: a.example.com, http: { paths: [{ path: /, backend: { service: { name: web } } }] } }]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: scaler }
spec: { scaleTargetRef: { kind: Deployment, name: b }, maxReplicas: 4 }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: budget }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: a } } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: bind }
roleRef: { kind: Role, name: role }
subjects: [{ kind: ServiceAccount, name: runner }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: role }
rules: []
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: all }
spec: { podSelector: {} }
`,
      'b/settings.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: loose }\ndata: {}\n',
    });
    expect(harness.members('a', 'ingresses')).toEqual(['Ingress//in']);
    expect(harness.members('a', 'disruptionBudgets')).toHaveLength(1);
    expect(harness.members('a', 'roleBindings')).toEqual(['RoleBinding//bind']);
    expect(harness.members('a', 'roles')).toEqual(['Role//role']);
    expect(harness.members('a', 'autoscalers')).toEqual([]);
    expect(harness.members('b', 'autoscalers')).toHaveLength(1);
    expect(harness.members('b', 'configMaps')).toEqual(['ConfigMap//loose']);
    expect(harness.members('b', 'ingresses')).toEqual([]);
    for (const name of ['a', 'b']) {
      expect(harness.object(`Deployment//${name}`).networkPolicy).toBe(true);
    }
  });

  describe('environments of plain files', () => {
    it('leaves out what is for another', async () => {
      const harness = await ScanHarness.scan({
        'k8s/production/app.yaml': deployment('app'),
        'k8s/staging/app.yaml': deployment('app-staging'),
        'k8s/deployment-dev.yaml': deployment('app-dev'),
        'tests/fixture.yaml': deployment('app-test'),
        'k8s/qa.yaml': deployment('app-qa').replace(
          'name: app-qa\n',
          'name: app-qa\n  namespace: qa\n',
        ),
      });
      expect(harness.services).toEqual(['component:default/app']);
    });

    it('is undecided where nothing is for production', async () => {
      const harness = await ScanHarness.scan({
        'catalog-info.yaml': component('app'),
        'k8s/staging/app.yaml': deployment('app'),
      });
      expect(harness.gap('app', 'workloads')).toContain(
        'k8s/staging/app.yaml is for another environment',
      );
    });

    it('takes the names that it is told', async () => {
      const harness = await ScanHarness.scan(
        { 'k8s/staging/app.yaml': deployment('app') },
        { productionNames: ['staging'] },
      );
      expect(harness.services).toEqual(['component:default/app']);
    });
  });

  it('states the same whatever the order of files', async () => {
    const contents = {
      'a.yaml': deployment('a'),
      'b.yaml': deployment('b'),
      'catalog-info.yaml': component('a'),
    };
    const one = await ScanHarness.scan(contents);
    const other = await ScanHarness.scan(
      Object.fromEntries(Object.entries(contents).reverse()),
    );
    expect(other.scan).toEqual(one.scan);
  });

  it('writes source, time, freshness and URL into each fact', async () => {
    const harness = await ScanHarness.scan(
      { 'a.yaml': deployment('a') },
      {
        now: Date.parse('2026-11-23T10:00:00Z'),
        expiresAt: '2026-11-24T10:00:00.000Z',
        source: 'repository:mirror',
        urlOf: (path, line) => `https://host/${path}#L${line}`,
      },
    );
    expect(harness.fact('a', 'workloads', 'Deployment//a')).toMatchObject({
      environment: 'production',
      source: 'repository:mirror',
      strength: 'declared',
      observedAt: '2026-11-23T10:00:00.000Z',
      expiresAt: '2026-11-24T10:00:00.000Z',
      origins: {
        '': { file: 'a.yaml', line: 1, url: 'https://host/a.yaml#L1' },
        minReplicas: { line: 6, url: 'https://host/a.yaml#L6' },
      },
    });
  });
});
