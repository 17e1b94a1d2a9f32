import type { JsonValue } from '@backstage/types';
import { ProductionNames } from '../environment/ProductionNames';
import { RepositoryFiles } from '../files/RepositoryFiles';
import { isRecord, valueAt } from '../json/values';
import { resolveScanLimits } from '../limits';
import { createMemoryTree } from '../tree';
import { placeAt, stringOf, toPlain, type LocatedMap } from '../yaml';
import { KustomizationIndex } from './KustomizationIndex';
import { readKustomizeManifests } from './readKustomizeManifests';

async function build(contents: Record<string, string>, names?: string[]) {
  const files = new RepositoryFiles(
    createMemoryTree(contents),
    resolveScanLimits(),
  );
  const index = await KustomizationIndex.read(files);
  const set = await readKustomizeManifests(
    files,
    index,
    new ProductionNames(names),
  );
  const find = (kind: string, name: string): LocatedMap => {
    const found = set.manifests.find(
      ({ root }) =>
        stringOf(root, 'kind') === kind &&
        stringOf(root, 'metadata', 'name') === name,
    );
    if (!found) {
      throw new Error(
        `there is no ${kind} ${name}, but ${set.manifests
          .map(({ root }) => stringOf(root, 'metadata', 'name'))
          .join()}`,
      );
    }
    return found.root;
  };
  return {
    set,
    errors: files.errors,
    owned: index.ownedFiles(),
    at: (kind: string, name: string, ...path: Array<string | number>) =>
      valueAt(toPlain(find(kind, name)), ...path),
    placeOf: (kind: string, name: string, ...path: Array<string | number>) => {
      const { file, line } = placeAt(find(kind, name), path);
      return `${file}:${line}`;
    },
    has: (kind: string, name: string) =>
      set.manifests.some(
        ({ root }) =>
          stringOf(root, 'kind') === kind &&
          stringOf(root, 'metadata', 'name') === name,
      ),
  };
}

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  replicas: 1
  selector:
    matchLabels: { app: shop }
  template:
    metadata:
      labels: { app: shop }
    spec:
      serviceAccountName: shop
      containers:
        - name: shop
          image: registry.example.com:5000/shop
          env:
            - name: LEVEL
              value: debug
            - name: KEPT
              value: yes please
          ports:
            - containerPort: 8080
          envFrom:
            - configMapRef: { name: settings }
        - name: helper
          image: helper:v1
      volumes:
        - name: tmp
          emptyDir: {}
`;

const BASE = {
  'base/deployment.yaml': DEPLOYMENT,
  'base/kustomization.yaml': 'resources: [deployment.yaml]\n',
};

const overlay = (text: string) => ({
  'overlays/production/kustomization.yaml': text,
});

describe('readKustomizeManifests', () => {
  it('merges a strategic patch by key and keeps every place', async () => {
    const built = await build({
      ...BASE,
      ...overlay('resources: [../../base]\npatches:\n  - path: patch.yaml\n'),
      'overlays/production/patch.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  replicas: 4
  template:
    spec:
      containers:
        - name: shop
          env:
            - name: LEVEL
              value: info
            - name: ADDED
              value: new
          resources:
            limits: { memory: 1Gi }
        - name: helper
          $patch: delete
      volumes:
        - $patch: replace
        - name: data
          emptyDir: {}
      serviceAccountName: null
`,
    });
    const container = ['spec', 'template', 'spec', 'containers', 0] as const;
    expect(built.at('Deployment', 'shop', 'spec', 'replicas')).toBe(4);
    expect(built.at('Deployment', 'shop', ...container, 'env')).toEqual([
      { name: 'ADDED', value: 'new' },
      { name: 'LEVEL', value: 'info' },
      { name: 'KEPT', value: 'yes please' },
    ]);
    expect(
      built.at(
        'Deployment',
        'shop',
        'spec',
        'template',
        'spec',
        'containers',
        1,
      ),
    ).toBeUndefined();
    expect(
      built.at('Deployment', 'shop', 'spec', 'template', 'spec', 'volumes'),
    ).toEqual([{ name: 'data', emptyDir: {} }]);
    expect(
      built.at(
        'Deployment',
        'shop',
        'spec',
        'template',
        'spec',
        'serviceAccountName',
      ),
    ).toBeUndefined();
    expect(built.placeOf('Deployment', 'shop', 'spec', 'replicas')).toBe(
      'overlays/production/patch.yaml:6',
    );
    expect(built.placeOf('Deployment', 'shop', ...container, 'env', 2)).toBe(
      'base/deployment.yaml:20',
    );
    expect(built.set.taken).toEqual([
      {
        source: 'overlays/production/kustomization.yaml',
        title: 'overlays/production',
      },
    ]);
    expect(built.errors).toEqual([]);
    expect([...built.owned].sort()).toEqual([
      'base',
      'base/deployment.yaml',
      'base/kustomization.yaml',
      'overlays/production/kustomization.yaml',
      'overlays/production/patch.yaml',
    ]);
  });

  it('applies JSON patches to what a target selects', async () => {
    const built = await build({
      ...BASE,
      ...overlay(`resources: [../../base]
patches:
  - target: { kind: Deployment, name: sh.* }
    patch: |-
      - op: replace
        path: /spec/replicas
        value: 5
      - op: add
        path: /spec/template/spec/containers/0/env/-
        value: { name: LAST, value: x }
      - op: add
        path: /metadata/annotations
        value: { example.com~1a: b }
      - op: remove
        path: /spec/template/spec/volumes/0
patchesJson6902:
  - target: { version: v1, group: apps, kind: Deployment, name: shop }
    patch: '[{"op": "test", "path": "/spec/replicas", "value": 5}, {"op": "copy", "from": "/spec/replicas", "path": "/spec/revisionHistoryLimit"}]'
`),
    });
    expect(built.errors).toEqual([]);
    expect(built.at('Deployment', 'shop', 'spec', 'replicas')).toBe(5);
    expect(built.at('Deployment', 'shop', 'spec', 'revisionHistoryLimit')).toBe(
      5,
    );
    expect(
      built.at('Deployment', 'shop', 'spec', 'template', 'spec', 'volumes'),
    ).toEqual([]);
    expect(built.at('Deployment', 'shop', 'metadata', 'annotations')).toEqual({
      'example.com~1a': 'b',
    });
    expect(built.placeOf('Deployment', 'shop', 'spec', 'replicas')).toBe(
      'overlays/production/kustomization.yaml:7',
    );
  });

  it('sets images, replicas, names, namespace and labels, and what refers to names', async () => {
    const built = await build({
      ...BASE,
      'base/kustomization.yaml': `resources: [deployment.yaml, more.yaml]
configMapGenerator:
  - name: settings
    literals: [LEVEL=info, PASSWORD=hunter2]
    envs: [settings.env]
`,
      'base/settings.env': '# comment\nREGION=eu\n',
      'base/more.yaml': `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: shop }
  maxReplicas: 4
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: shop }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects: [{ kind: ServiceAccount, name: shop, namespace: default }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: shop } } }
`,
      ...overlay(`namespace: shop-live
namePrefix: live-
nameSuffix: -v2
commonLabels: { tier: web }
labels:
  - pairs: { team: a }
  - pairs: { zone: b }
    includeTemplates: true
images:
  - name: registry.example.com:5000/shop
    newTag: "1.10"
  - name: helper
    newName: mirror/helper
    digest: sha256:abc
replicas:
  - name: shop
    count: 6
resources: [../../base]
`),
    });
    const pod = ['spec', 'template', 'spec'] as const;
    const name = 'live-shop-v2';
    expect(built.at('Deployment', name, 'metadata', 'namespace')).toBe(
      'shop-live',
    );
    expect(built.at('Deployment', name, 'spec', 'replicas')).toBe(6);
    expect(built.placeOf('Deployment', name, 'spec', 'replicas')).toBe(
      'overlays/production/kustomization.yaml:17',
    );
    expect(built.at('Deployment', name, ...pod, 'containers', 0, 'image')).toBe(
      'registry.example.com:5000/shop:1.10',
    );
    expect(built.at('Deployment', name, ...pod, 'containers', 1, 'image')).toBe(
      'mirror/helper@sha256:abc',
    );
    expect(built.at('Deployment', name, 'metadata', 'labels')).toEqual({
      tier: 'web',
      team: 'a',
      zone: 'b',
    });
    expect(
      built.at('Deployment', name, 'spec', 'template', 'metadata', 'labels'),
    ).toEqual({ app: 'shop', tier: 'web', zone: 'b' });
    expect(built.at('Deployment', name, 'spec', 'selector')).toEqual({
      matchLabels: { app: 'shop', tier: 'web' },
    });
    expect(
      built.at('PodDisruptionBudget', name, 'spec', 'selector', 'matchLabels'),
    ).toEqual({ app: 'shop', tier: 'web' });
    expect(built.at('Deployment', name, ...pod, 'serviceAccountName')).toBe(
      name,
    );
    expect(
      built.at('Deployment', name, ...pod, 'containers', 0, 'envFrom'),
    ).toEqual([{ configMapRef: { name: 'live-settings-v2' } }]);
    expect(
      built.at(
        'HorizontalPodAutoscaler',
        name,
        'spec',
        'scaleTargetRef',
        'name',
      ),
    ).toBe(name);
    expect(built.at('ClusterRoleBinding', name, 'subjects', 0)).toEqual({
      kind: 'ServiceAccount',
      name,
      namespace: 'shop-live',
    });
    expect(built.at('ClusterRoleBinding', name, 'roleRef', 'name')).toBe(
      'view',
    );
    expect(
      built.at('ClusterRoleBinding', name, 'metadata', 'namespace'),
    ).toBeUndefined();
    expect(built.at('ConfigMap', 'live-settings-v2', 'data')).toEqual({
      LEVEL: 'info',
      PASSWORD: 'hunter2',
      REGION: 'eu',
    });
  });

  it('applies components, and patches by the name that an object had', async () => {
    const built = await build({
      ...BASE,
      'base/kustomization.yaml':
        'namePrefix: web-\nresources: [deployment.yaml]\n',
      'components/more/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
resources: [account.yaml]
patchesStrategicMerge:
  - |-
    apiVersion: apps/v1
    kind: Deployment
    metadata: { name: shop }
    spec: { replicas: 9 }
`,
      'components/more/account.yaml':
        'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: shop }\n',
      ...overlay(
        'resources: [../../base]\ncomponents: [../../components/more]\n',
      ),
    });
    expect(built.at('Deployment', 'web-shop', 'spec', 'replicas')).toBe(9);
    expect(built.has('ServiceAccount', 'shop')).toBe(true);
    expect(built.set.gaps).toEqual([]);
  });

  it('replaces the lists of custom resources, unless their schema is given', async () => {
    const rollout = DEPLOYMENT.replace(
      'apps/v1',
      'argoproj.io/v1alpha1',
    ).replace('kind: Deployment', 'kind: Rollout');
    const patch = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: shop }
spec:
  template:
    spec:
      containers:
        - name: shop
          image: shop:v2
`;
    const contents = (extra: string) => ({
      'base/rollout.yaml': rollout,
      'base/kustomization.yaml': 'resources: [rollout.yaml]\n',
      ...overlay(
        `resources: [../../base]\npatches:\n  - path: patch.yaml\n${extra}`,
      ),
      'overlays/production/patch.yaml': patch,
    });
    const count = (value: JsonValue | undefined) =>
      Array.isArray(value) ? value.length : 0;
    const path = ['spec', 'template', 'spec', 'containers'] as const;
    const plain = await build(contents(''));
    expect(count(plain.at('Rollout', 'shop', ...path))).toBe(1);
    const withSchema = await build(contents('openapi:\n  path: schema.json\n'));
    expect(count(withSchema.at('Rollout', 'shop', ...path))).toBe(2);
  });

  it('takes all overlays for production, by folder or by namespace', async () => {
    const built = await build({
      ...BASE,
      'overlays/staging/kustomization.yaml':
        'resources: [../../base]\nnamePrefix: staging-\n',
      'overlays/prod-eu/kustomization.yaml':
        'resources: [../../base]\nnamePrefix: eu-\n',
      'overlays/us/kustomization.yaml':
        'resources: [../../base]\nnamespace: shop-prod\nnamePrefix: us-\n',
      'overlays/non-prod/kustomization.yaml':
        'resources: [../../base]\nnamePrefix: no-\n',
    });
    expect(built.set.taken.map(({ title }) => title)).toEqual([
      'overlays/prod-eu',
      'overlays/us',
    ]);
    expect(built.has('Deployment', 'eu-shop')).toBe(true);
    expect(built.has('Deployment', 'us-shop')).toBe(true);
    expect(built.set.manifests).toHaveLength(2);
    expect(built.set.gaps).toEqual([]);
  });

  it('knows production by the names it is told', async () => {
    const built = await build(
      {
        ...BASE,
        'overlays/production/kustomization.yaml': 'resources: [../../base]\n',
        'overlays/customer/kustomization.yaml':
          'resources: [../../base]\nnamePrefix: c-\n',
      },
      ['customer'],
    );
    expect(built.set.taken.map(({ title }) => title)).toEqual([
      'overlays/customer',
    ]);
  });

  it('leaves it undecided where no overlay is for production', async () => {
    const built = await build({
      ...BASE,
      'overlays/dev/kustomization.yaml': 'resources: [../../base]\n',
      'overlays/staging/kustomization.yaml': 'resources: [../../base]\n',
    });
    expect(built.set.manifests).toEqual([]);
    expect(built.set.gaps).toEqual([
      {
        path: '',
        kinds: undefined,
        reason:
          'of the overlays overlays/dev, overlays/staging none is for production (production, prod, prd, live)',
      },
    ]);
  });

  it('takes the base where there is no overlay, and says so', async () => {
    const built = await build(BASE);
    expect(built.set.taken).toEqual([
      {
        source: 'base/kustomization.yaml',
        title: 'base (the base: there is no overlay)',
      },
    ]);
    expect(built.set.manifests).toHaveLength(1);
  });

  it('names a circle and still ends', async () => {
    const built = await build({
      'a/kustomization.yaml': 'resources: [../b]\n',
      'b/kustomization.yaml': 'resources: [../a, deployment.yaml]\n',
      'b/deployment.yaml': DEPLOYMENT,
    });
    expect(built.set.gaps[0].reason).toContain('in a circle: a → b → a');
    expect(built.has('Deployment', 'shop')).toBe(true);
  });

  it.each([
    ['https://example.com/base?ref=v1', 'remote resource'],
    ['github.com/example/base', 'remote resource'],
    ['gone.yaml', 'does not exist'],
    ['../../../outside', 'does not exist'],
  ])('makes a gap of %s', async (entry, reason) => {
    const built = await build({
      ...BASE,
      'base/kustomization.yaml': `resources:\n  - deployment.yaml\n  - ${entry}\n`,
    });
    expect(built.set.gaps).toMatchObject([
      { reason: expect.stringContaining(reason) },
    ]);
    expect(built.errors).toMatchObject([
      { file: 'base/kustomization.yaml', line: 3 },
    ]);
    expect(built.has('Deployment', 'shop')).toBe(true);
  });

  it('names a patch that matches nothing, does not apply, or is too clever', async () => {
    const built = await build({
      ...BASE,
      ...overlay(`resources: [../../base]
patches:
  - patch: |-
      apiVersion: apps/v1
      kind: Deployment
      metadata: { name: other }
  - target: { kind: Deployment }
    patch: '[{"op": "remove", "path": "/spec/none"}]'
  - target: { name: "(a+)+$" }
    patch: '[{"op": "remove", "path": "/spec/replicas"}]'
`),
    });
    expect(built.errors.map(({ line, message }) => [line, message])).toEqual([
      [3, expect.stringContaining('matches no object')],
      [7, expect.stringContaining('there is no none to remove')],
      [9, expect.stringContaining('too complex')],
    ]);
    // What a patch would have changed is not known: what it missed is.
    expect(built.set.gaps).toHaveLength(2);
  });

  it('stops where bases multiply each other', async () => {
    const contents: Record<string, string> = {
      'k0/deployment.yaml': DEPLOYMENT,
      'k0/kustomization.yaml': 'resources: [deployment.yaml]\n',
    };
    for (let level = 1; level <= 20; level += 1) {
      contents[`k${level}a/kustomization.yaml`] = `resources: [../k${
        level - 1
      }${level > 1 ? 'c' : ''}]\n`;
      contents[`k${level}b/kustomization.yaml`] = `resources: [../k${
        level - 1
      }${level > 1 ? 'c' : ''}]\n`;
      contents[
        `k${level}c/kustomization.yaml`
      ] = `resources: [../k${level}a, ../k${level}b]\n`;
    }
    const built = await build(contents);
    expect(built.set.manifests.length).toBeLessThanOrEqual(5_000);
    expect(built.set.gaps[0].reason).toContain('more than 5000 objects');
  });

  it('says what it does not follow', async () => {
    const built = await build({
      ...BASE,
      'base/kustomization.yaml':
        'resources: [deployment.yaml]\nhelmCharts:\n  - name: redis\n',
    });
    expect(built.set.gaps[0].reason).toContain('helmCharts');
    expect(isRecord(built.set.manifests[0])).toBe(true);
  });
});
