/** A kind that the API server serves. */
export interface ServedResource {
  /** Empty for the core group. */
  group: string;
  version: string;
  kind: string;
  plural: string;
  singular: string;
  namespaced: boolean;
  shortNames?: string[];
}

function served(
  apiVersion: string,
  kind: string,
  plural: string,
  options: { cluster?: true; shortNames?: string[] } = {},
): ServedResource {
  const [version, group = ''] = apiVersion.split('/').reverse();
  return {
    group,
    version,
    kind,
    plural,
    singular: kind.toLowerCase(),
    namespaced: !options.cluster,
    ...(options.shortNames ? { shortNames: options.shortNames } : {}),
  };
}

const RBAC = 'rbac.authorization.k8s.io/v1';

/** What every cluster of the company serves. */
export const servedResources: readonly ServedResource[] = [
  served('v1', 'ConfigMap', 'configmaps', { shortNames: ['cm'] }),
  served('v1', 'Namespace', 'namespaces', {
    cluster: true,
    shortNames: ['ns'],
  }),
  served('v1', 'Node', 'nodes', { cluster: true, shortNames: ['no'] }),
  served('v1', 'PersistentVolumeClaim', 'persistentvolumeclaims', {
    shortNames: ['pvc'],
  }),
  served('v1', 'Pod', 'pods', { shortNames: ['po'] }),
  served('v1', 'Service', 'services', { shortNames: ['svc'] }),
  served('v1', 'ServiceAccount', 'serviceaccounts', { shortNames: ['sa'] }),
  served('apps/v1', 'DaemonSet', 'daemonsets', { shortNames: ['ds'] }),
  served('apps/v1', 'Deployment', 'deployments', { shortNames: ['deploy'] }),
  served('apps/v1', 'StatefulSet', 'statefulsets', { shortNames: ['sts'] }),
  served(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
    {
      shortNames: ['hpa'],
    },
  ),
  served('batch/v1', 'CronJob', 'cronjobs', { shortNames: ['cj'] }),
  served('networking.k8s.io/v1', 'Ingress', 'ingresses', {
    shortNames: ['ing'],
  }),
  served('networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicies', {
    shortNames: ['netpol'],
  }),
  served('policy/v1', 'PodDisruptionBudget', 'poddisruptionbudgets', {
    shortNames: ['pdb'],
  }),
  served(RBAC, 'ClusterRole', 'clusterroles', { cluster: true }),
  served(RBAC, 'ClusterRoleBinding', 'clusterrolebindings', { cluster: true }),
  served(RBAC, 'Role', 'roles'),
  served(RBAC, 'RoleBinding', 'rolebindings'),
  served('storage.k8s.io/v1', 'StorageClass', 'storageclasses', {
    cluster: true,
    shortNames: ['sc'],
  }),
  served('bitnami.com/v1alpha1', 'SealedSecret', 'sealedsecrets'),
  served('keda.sh/v1alpha1', 'ScaledObject', 'scaledobjects', {
    shortNames: ['so'],
  }),
  served('security.istio.io/v1', 'PeerAuthentication', 'peerauthentications', {
    shortNames: ['pa'],
  }),
  served('argoproj.io/v1alpha1', 'Rollout', 'rollouts', { shortNames: ['ro'] }),
  served('cert-manager.io/v1', 'Certificate', 'certificates', {
    shortNames: ['cert'],
  }),
  served('external-secrets.io/v1', 'ExternalSecret', 'externalsecrets', {
    shortNames: ['es'],
  }),
  served('postgresql.cnpg.io/v1', 'Backup', 'backups'),
  served('postgresql.cnpg.io/v1', 'Cluster', 'clusters'),
];

/** `apps/v1`, or `v1` for the core group. */
export function apiVersionOf({ group, version }: ServedResource): string {
  return group ? `${group}/${version}` : version;
}
