import { ScanHarness } from '../../testing/ScanHarness';

async function scan(...documents: string[]): Promise<ScanHarness> {
  const harness = await ScanHarness.scan({
    'all.yaml': documents.join('\n---\n'),
  });
  expect(harness.scan.errors).toEqual([]);
  return harness;
}

const role = (rules: string, kind = 'Role') =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: { name: r }\nrules: ${rules}`;

const binding = (
  roleRef: string,
  subjects = '[{ kind: ServiceAccount, name: a }]',
  kind = 'RoleBinding',
) =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: { name: b }\nroleRef: ${roleRef}\nsubjects: ${subjects}`;

describe('roles', () => {
  it.each([
    ['[{ apiGroups: [""], resources: [pods], verbs: [get] }]', []],
    [
      '[{ apiGroups: [""], resources: [pods], verbs: ["*"] }]',
      ['verbs of pods'],
    ],
    [
      '[{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }]',
      ['verbs', 'resources'],
    ],
    ['[{ nonResourceURLs: ["*"], verbs: ["*"] }]', ['verbs']],
  ])('%s', async (rules, wildcards) => {
    const harness = await scan(role(rules));
    expect(harness.object('Role//r').wildcards).toEqual(wildcards);
  });
});

describe('role bindings', () => {
  const SECRETS = role(
    '[{ apiGroups: [""], resources: [secrets], verbs: [list, update, get] }]',
  );

  it('tell what they grant on secrets through their role', async () => {
    const harness = await scan(SECRETS, binding('{ kind: Role, name: r }'));
    expect(harness.object('RoleBinding//b')).toMatchObject({
      secretVerbs: ['get', 'list'],
      clusterAdmin: false,
    });
    expect(harness.placeOf('RoleBinding//b', 'secretVerbs')).toBe('all.yaml:9');
  });

  it.each([
    ['{ kind: ClusterRole, name: cluster-admin }', true, 5],
    ['{ kind: ClusterRole, name: edit }', false, 5],
    ['{ kind: ClusterRole, name: view }', false, 0],
  ])(
    'know the roles of every cluster: %s',
    async (roleRef, clusterAdmin, verbs) => {
      const harness = await scan(binding(roleRef));
      const fields = harness.object('RoleBinding//b');
      expect(fields.clusterAdmin).toBe(clusterAdmin);
      expect(fields.secretVerbs).toHaveLength(verbs);
    },
  );

  it.each([
    ['[{ kind: User, name: jane }]', false],
    ['[{ kind: Group, name: admins }]', false],
    ['[{ kind: User, name: "system:serviceaccount:n:a" }]', true],
    ['[{ kind: Group, name: "system:serviceaccounts" }]', true],
    ['[{ kind: Group, name: "system:serviceaccounts:n" }]', true],
    ['[{ kind: Group, name: "system:authenticated" }]', true],
  ])('bind accounts however they are named: %s', async (subjects, expected) => {
    const harness = await scan(
      binding(
        '{ kind: ClusterRole, name: cluster-admin }',
        subjects,
        'ClusterRoleBinding',
      ),
    );
    expect(harness.object('ClusterRoleBinding//b').clusterAdmin).toBe(expected);
  });

  it('do not guess what a role elsewhere grants', async () => {
    const harness = await scan(binding('{ kind: Role, name: gone }'));
    expect(harness.object('RoleBinding//b')).not.toHaveProperty('secretVerbs');
    expect(harness.reasonsOf('RoleBinding//b')).toContain(
      'is not in the repository',
    );
  });
});

describe('config maps', () => {
  it('name the keys that hold a secret, in files too', async () => {
    const harness = await scan(`apiVersion: v1
kind: ConfigMap
metadata: { name: c }
data:
  LEVEL: info
  API_TOKEN: q8w7e6r5t4
  app.properties: |
    region=eu
    db.password=Zx81Kq02Lm93Vb47Np65
`);
    expect(harness.object('ConfigMap//c').clearSecrets).toEqual([
      'API_TOKEN',
      'app.properties',
    ]);
    expect(harness.placeOf('ConfigMap//c', 'clearSecrets')).toBe('all.yaml:6');
    expect(JSON.stringify(harness.scan)).not.toMatch(/q8w7e6r5t4|Zx81Kq02/);
  });
});

describe('ingresses', () => {
  const ingress = (spec: string, annotations = '{}') =>
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: i, annotations: ${annotations} }\nspec: { ${spec} }`;

  it.each([
    ['rules: [{ host: a.io }]', '{}', ['a.io']],
    ['rules: [{ host: a.io }], tls: [{ hosts: [a.io] }]', '{}', []],
    [
      'rules: [{ host: a.io }, { host: b.io }], tls: [{ hosts: [a.io] }]',
      '{}',
      ['b.io'],
    ],
    ['rules: [{ host: x.a.io }], tls: [{ hosts: ["*.a.io"] }]', '{}', []],
    [
      'rules: [{ host: x.y.a.io }], tls: [{ hosts: ["*.a.io"] }]',
      '{}',
      ['x.y.a.io'],
    ],
    ['rules: [{ host: a.io }], tls: [{ secretName: t }]', '{}', []],
    ['defaultBackend: { service: { name: s } }', '{}', ['*']],
    [
      'rules: [{ host: a.io }]',
      '{ alb.ingress.kubernetes.io/certificate-arn: "arn:x" }',
      [],
    ],
  ])('%s %s', async (spec, annotations, withoutTls) => {
    const harness = await scan(ingress(spec, annotations));
    expect(harness.object('Ingress//i').withoutTls).toEqual(withoutTls);
  });

  const gateway = (listeners: string) =>
    `apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: { name: g }\nspec: { listeners: [${listeners}] }`;
  const route = (spec: string) =>
    `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: h }\nspec: { ${spec} }`;
  const BOTH =
    '{ name: plain, protocol: HTTP, port: 80 }, { name: safe, protocol: HTTPS, port: 443 }';

  it('look at the listeners of a Gateway and at what its routes do', async () => {
    const plain = await scan(
      gateway(BOTH),
      route('parentRefs: [{ name: g }], hostnames: [a.io]'),
    );
    expect(plain.object('Gateway//g').withoutTls).toEqual(['plain']);
    expect(plain.object('HTTPRoute//h').withoutTls).toEqual(['a.io']);

    const redirecting = await scan(
      gateway(BOTH),
      route(
        'parentRefs: [{ name: g, sectionName: plain }], rules: [{ filters: [{ type: RequestRedirect, requestRedirect: { scheme: https } }] }]',
      ),
    );
    expect(redirecting.object('Gateway//g').withoutTls).toEqual([]);
    expect(redirecting.object('HTTPRoute//h').withoutTls).toEqual([]);

    const safe = await scan(
      gateway(BOTH),
      route('parentRefs: [{ name: g, sectionName: safe }]'),
    );
    expect(safe.object('HTTPRoute//h').withoutTls).toEqual([]);
  });

  it('do not guess what a Gateway elsewhere does', async () => {
    const harness = await scan(route('parentRefs: [{ name: gone }]'));
    expect(harness.object('HTTPRoute//h')).not.toHaveProperty('withoutTls');
  });

  it.each([
    ['host: a.io', ['a.io']],
    ['host: a.io, tls: { termination: edge }', []],
    [
      'host: a.io, tls: { termination: edge, insecureEdgeTerminationPolicy: Allow }',
      ['a.io'],
    ],
  ])('Route %s', async (spec, withoutTls) => {
    const harness = await scan(
      `apiVersion: route.openshift.io/v1\nkind: Route\nmetadata: { name: r }\nspec: { ${spec} }`,
    );
    expect(harness.object('Route//r').withoutTls).toEqual(withoutTls);
  });

  it.each([
    ['{ port: { name: http, protocol: HTTP } }', ['http']],
    [
      '{ port: { name: http, protocol: HTTP }, tls: { httpsRedirect: true } }',
      [],
    ],
    ['{ port: { name: https, protocol: HTTPS } }', []],
  ])('Gateway of Istio %s', async (server, withoutTls) => {
    const harness = await scan(
      `apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: { name: g }\nspec: { servers: [${server}] }`,
    );
    expect(harness.object('Gateway//g').withoutTls).toEqual(withoutTls);
  });
});

describe('what a service says together', () => {
  const app = (pod: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: app }
spec:
  template:
    metadata: { labels: { app: app } }
    spec:
${pod}`;
  const factOf = (harness: ScanHarness, name: string) =>
    harness.fact('app', name)?.value;

  it('secrets, and what supplies them', async () => {
    const none = await scan(app('      containers: [{ name: a }]'));
    expect(factOf(none, 'secrets.used')).toBe(false);
    const env = app(
      '      containers: [{ name: a, env: [{ name: X, valueFrom: { secretKeyRef: { name: s, key: k } } }] }]',
    );
    const plain = await scan(env);
    expect(factOf(plain, 'secrets.used')).toBe(true);
    expect(factOf(plain, 'secrets.managers')).toEqual([]);
    const managed = await scan(
      env,
      'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: e }\nspec: { target: { name: s } }',
    );
    expect(factOf(managed, 'secrets.managers')).toEqual(['ExternalSecret']);
    const mounted = await scan(
      app(
        '      containers: [{ name: a }]\n      volumes: [{ name: v, csi: { driver: secrets-store.csi.k8s.io } }]',
      ),
    );
    expect(factOf(mounted, 'secrets.used')).toBe(true);
    expect(factOf(mounted, 'secrets.managers')).toEqual(['CSI']);
  });

  it.each([
    ['STRICT', true],
    ['PERMISSIVE', false],
  ])('mutual TLS %s', async (mode, expected) => {
    const harness = await scan(
      app('      containers: [{ name: a }]'),
      `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: { name: p }\nspec: { mtls: { mode: ${mode} } }`,
    );
    expect(factOf(harness, 'transit.encrypted')).toBe(expected);
  });

  it.each([
    ['PGSSLMODE', 'verify-full', true],
    ['DATABASE_URL', 'postgres://db/app?sslmode=require', true],
    ['REDIS_URL', 'rediss://cache:6379', true],
    ['DATABASE_URL', 'postgres://db/app', undefined],
    ['PGSSLMODE', 'disable', undefined],
  ])('a client that asks for %s=%s', async (name, value, expected) => {
    const harness = await scan(
      app(
        `      containers: [{ name: a, env: [{ name: ${name}, value: "${value}" }] }]`,
      ),
    );
    expect(factOf(harness, 'transit.encrypted')).toBe(expected);
    expect(
      harness.fact('app', 'transit.encrypted')?.missing === undefined,
    ).toBe(expected !== undefined);
  });

  it('databases of operators, and the disks they ask for', async () => {
    const database = (spec: string) =>
      `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: { name: app }\nspec: { ${spec} }`;
    const spread =
      'instances: 3, affinity: { topologyKey: topology.kubernetes.io/zone }, storage: { storageClass: fast }';
    const storage = (encrypted: string) =>
      `apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: fast }\nprovisioner: ebs.csi.aws.com\nparameters: { encrypted: "${encrypted}" }`;
    const good = await scan(
      app('      containers: []'),
      database(spread),
      storage('true'),
    );
    expect(factOf(good, 'datastore.failover')).toBe(true);
    expect(factOf(good, 'datastore.encryptedAtRest')).toBe(true);
    const poor = await scan(
      app('      containers: []'),
      database('instances: 1, storage: { storageClass: fast }'),
      storage('false'),
    );
    expect(factOf(poor, 'datastore.failover')).toBe(false);
    expect(factOf(poor, 'datastore.encryptedAtRest')).toBe(false);
    const none = await scan(app('      containers: []'));
    expect(factOf(none, 'datastore.failover')).toBeUndefined();
  });
});
