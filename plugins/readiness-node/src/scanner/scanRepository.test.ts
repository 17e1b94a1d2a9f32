import { scanRepository } from './scanRepository';
import { component, deployment } from './testing/manifestText';
import { ScanHarness } from './testing/ScanHarness';
import type { Detector } from './Detector';

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
