import type { CompanyCluster } from '../types';
import { metaOf, type KubernetesObject } from './ObjectMeta';

const BORN = '2024-01-01T00:00:00Z';

/** What a cluster has before any service runs in it. */
export function clusterObjects(
  { zones }: CompanyCluster,
  namespaces: readonly string[],
): KubernetesObject[] {
  const rbac = 'rbac.authorization.k8s.io/v1';
  return [
    ...namespaces.flatMap(namespace => [
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: metaOf('Namespace', {
          name: namespace,
          labels: { 'kubernetes.io/metadata.name': namespace },
          createdAt: BORN,
        }),
        spec: { finalizers: ['kubernetes'] },
        status: { phase: 'Active' },
      },
      {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: metaOf('ServiceAccount', {
          name: 'default',
          namespace,
          createdAt: BORN,
        }),
      },
    ]),
    ...zones.map(zone => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: metaOf('Node', {
        name: `node-${zone}-1`,
        labels: {
          'kubernetes.io/hostname': `node-${zone}-1`,
          'topology.kubernetes.io/zone': zone,
        },
        createdAt: BORN,
      }),
      spec: {},
      status: {},
    })),
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: metaOf('StorageClass', {
        name: 'encrypted-ssd',
        createdAt: BORN,
      }),
      provisioner: 'ebs.csi.aws.com',
      parameters: { type: 'gp3', encrypted: 'true' },
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'WaitForFirstConsumer',
    },
    {
      apiVersion: rbac,
      kind: 'ClusterRole',
      metadata: metaOf('ClusterRole', {
        name: 'cluster-admin',
        createdAt: BORN,
      }),
      rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
    },
    {
      apiVersion: rbac,
      kind: 'ClusterRoleBinding',
      metadata: metaOf('ClusterRoleBinding', {
        name: 'cluster-admin',
        createdAt: BORN,
      }),
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'cluster-admin',
      },
      subjects: [
        {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'Group',
          name: 'system:masters',
        },
      ],
    },
  ];
}
