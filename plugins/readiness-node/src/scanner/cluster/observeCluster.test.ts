import type { FactRecord } from '@airworthy/plugin-readiness-common';
import type { JsonObject } from '@backstage/types';
import type { ScanEntity } from '../types';
import { observeCluster } from './observeCluster';
import type { ClusterObservation } from './types';

const NOW = Date.parse('2026-11-24T12:00:00Z');

function entity(
  name: string,
  annotations: Record<string, string> = {},
): ScanEntity {
  return {
    entityRef: `component:default/${name}`,
    name,
    namespace: 'default',
    annotations,
    labels: {},
  };
}

function object(
  apiVersion: string,
  kind: string,
  name: string,
  rest: JsonObject = {},
  metadata: JsonObject = {},
): JsonObject {
  return {
    apiVersion,
    kind,
    metadata: { name, namespace: 'shop', ...metadata },
    ...rest,
  };
}

function deployment(name: string, id = name): JsonObject {
  return object(
    'apps/v1',
    'Deployment',
    name,
    {
      spec: {
        replicas: 3,
        template: {
          metadata: { labels: { app: name } },
          spec: {
            serviceAccountName: name,
            containers: [{ name: 'server', image: 'server:1.0.0' }],
            volumes: [
              { name: 'data', persistentVolumeClaim: { claimName: name } },
            ],
          },
        },
      },
    },
    { labels: { 'backstage.io/kubernetes-id': id } },
  );
}

async function observe(
  objects: JsonObject[],
  options: {
    entities?: ScanEntity[];
    hidden?: Record<string, string>;
    environmentOf?: (namespace: string) => string | undefined;
  } = {},
): Promise<ClusterObservation> {
  return observeCluster(
    { objects, hidden: new Map(Object.entries(options.hidden ?? {})) },
    {
      cluster: 'eu',
      entities: options.entities ?? [entity('cards')],
      environmentOf: options.environmentOf ?? (() => 'production'),
      source: 'kubernetes:eu',
      now: NOW,
      expiresAt: '2026-11-24T13:00:00.000Z',
      urlOf: () => 'https://here.example',
    },
  );
}

function find(
  { entities }: ClusterObservation,
  name: string,
): Array<Pick<FactRecord, 'member' | 'value' | 'missing'>> {
  return entities.flatMap(({ facts }) =>
    facts
      .filter(fact => fact.name === name)
      .map(({ member, value, missing }) => ({ member, value, missing })),
  );
}

const claim = object('v1', 'PersistentVolumeClaim', 'cards', {
  spec: { accessModes: ['ReadWriteMany'] },
});

describe('observeCluster', () => {
  it('finds what runs too few, and nothing where no pod does', async () => {
    const [{ value }] = find(
      await observe([deployment('cards'), claim]),
      'workloads',
    );
    expect(value).toMatchObject({ minReplicas: 0, ready: 0, restarts: 0 });
  });

  it('takes what is asked for where pods must not be seen', async () => {
    const observed = await observe([deployment('cards'), claim], {
      hidden: { Pod: 'pods are hidden' },
    });
    const [{ value, missing }] = find(observed, 'workloads');
    expect(value).toMatchObject({ minReplicas: 3, zoneSpread: false });
    expect(value).not.toHaveProperty('ready');
    expect(missing).toBeUndefined();
  });

  it('says where an object that it names is not there', async () => {
    const [{ missing }] = find(
      await observe([deployment('cards')]),
      'workloads',
    );
    expect(missing).toContain('the claim cards is not in the cluster eu');
  });

  it('sees what a binding of the whole cluster lets the account do', async () => {
    const rbac = 'rbac.authorization.k8s.io/v1';
    const wide = { namespace: '' };
    const observed = await observe([
      deployment('cards'),
      object(
        rbac,
        'ClusterRole',
        'reader',
        {
          rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }],
        },
        wide,
      ),
      object(
        rbac,
        'ClusterRoleBinding',
        'cards-reads',
        {
          roleRef: { kind: 'ClusterRole', name: 'reader' },
          subjects: [
            { kind: 'ServiceAccount', name: 'cards', namespace: 'shop' },
          ],
        },
        wide,
      ),
      object(
        rbac,
        'ClusterRoleBinding',
        'others',
        {
          roleRef: { kind: 'ClusterRole', name: 'cluster-admin' },
          subjects: [
            { kind: 'ServiceAccount', name: 'cards', namespace: 'elsewhere' },
          ],
        },
        wide,
      ),
    ]);
    expect(find(observed, 'roleBindings')).toMatchObject([
      {
        member: 'ClusterRoleBinding//cards-reads',
        value: { clusterAdmin: false, secretVerbs: ['get'] },
      },
    ]);
  });

  it('counts a backup by Velero of the namespace where volumes are kept', async () => {
    const velero = (kind: string, at: string, spec: JsonObject) =>
      object(
        'velero.io/v1',
        kind,
        `${kind}-${at}`,
        { spec, status: { phase: 'Completed', completionTimestamp: at } },
        { namespace: 'velero' },
      );
    const objects = [
      deployment('cards'),
      claim,
      velero('Backup', '2026-11-23T02:00:00Z', {}),
      velero('Backup', '2026-11-24T02:00:00Z', {
        includedNamespaces: ['other'],
      }),
      velero('Backup', '2026-11-24T03:00:00Z', {
        includedNamespaces: ['*'],
        excludedNamespaces: ['shop'],
      }),
      velero('Restore', '2026-10-01T02:00:00Z', {
        includedNamespaces: ['shop'],
      }),
    ];
    const observed = await observe(objects);
    expect(find(observed, 'backup.lastSuccessAt')).toMatchObject([
      { value: '2026-11-23T02:00:00.000Z' },
    ]);
    expect(find(observed, 'restore.lastSuccessAt')).toMatchObject([
      { value: '2026-10-01T02:00:00.000Z' },
    ]);
  });

  it('knows what trivy-operator looked at', async () => {
    const observed = await observe([
      deployment('cards'),
      object(
        'aquasecurity.github.io/v1alpha1',
        'VulnerabilityReport',
        'report',
        {},
        {
          labels: {
            'trivy-operator.resource.kind': 'ReplicaSet',
            'trivy-operator.resource.name': 'cards-7d4',
            'trivy-operator.resource.namespace': 'shop',
          },
        },
      ),
    ]);
    expect(find(observed, 'imageScanning.enabled')).toMatchObject([
      { value: true },
    ]);
  });

  it('keeps environments apart, and leaves out what has none', async () => {
    const inside = (namespace: string) => ({
      ...deployment('cards'),
      metadata: {
        name: 'cards',
        namespace,
        labels: { 'backstage.io/kubernetes-id': 'cards' },
      },
    });
    const environments: Record<string, string> = {
      prod: 'production',
      test: 'test',
    };
    const { entities } = await observe(
      [inside('prod'), inside('test'), inside('sandbox')],
      { environmentOf: namespace => environments[namespace] },
    );
    expect(
      entities.flatMap(({ facts }) =>
        facts
          .filter(({ name }) => name === 'workloads')
          .map(({ environment, member }) => [environment, member]),
      ),
    ).toEqual([
      ['production', 'Deployment/prod/cards'],
      ['test', 'Deployment/test/cards'],
    ]);
  });

  it('gives a workload that two claim to neither', async () => {
    const observed = await observe([deployment('cards', 'both')], {
      entities: [
        entity('one', { 'backstage.io/kubernetes-id': 'both' }),
        entity('two', { 'backstage.io/kubernetes-id': 'both' }),
      ],
    });
    expect([...observed.contested]).toEqual([
      [
        'Deployment/shop/cards',
        ['component:default/one', 'component:default/two'],
      ],
    ]);
    expect(find(observed, 'workloads')).toMatchObject([
      { member: '', missing: expect.stringContaining('goes to neither') },
      { member: '', missing: expect.stringContaining('goes to neither') },
    ]);
  });
});
