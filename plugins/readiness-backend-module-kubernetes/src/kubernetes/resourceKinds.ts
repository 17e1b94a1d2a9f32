/** A kind of object that is listed. */
export interface ResourceKind {
  kind: string;
  /** Empty for the core group. */
  group: string;
  plural: string;
  /** Versions whose fields are known, the one to ask for first. */
  versions: readonly [string, ...string[]];
  /** Lives in a namespace. */
  namespaced: boolean;
  /** Brought by an operator that a cluster may not have. */
  custom: boolean;
  /** Lies in another namespace than the service that it is about. */
  elsewhere?: boolean;
  /** Only its name and labels are asked for. */
  metadataOnly?: boolean;
}

type Options = Partial<
  Pick<ResourceKind, 'namespaced' | 'elsewhere' | 'metadataOnly'>
>;

function builtIn(
  kind: string,
  group: string,
  plural: string,
  versions: ResourceKind['versions'],
  options: Options = {},
): ResourceKind {
  return {
    kind,
    group,
    plural,
    versions,
    namespaced: true,
    custom: false,
    ...options,
  };
}

function custom(
  kind: string,
  group: string,
  plural: string,
  versions: ResourceKind['versions'],
  options: Options = {},
): ResourceKind {
  return { ...builtIn(kind, group, plural, versions, options), custom: true };
}

const RBAC = 'rbac.authorization.k8s.io';
const GATEWAY = 'gateway.networking.k8s.io';

/**
 * What is listed of a cluster. Secrets are not among them: what they hold is
 * nobody's business here. Nor are Jobs, which are over when they are done, and
 * ReplicaSets, whose pods tell as much, nor ServiceAccounts, of which the pods tell
 * the name and the bindings what it may do.
 */
export const resourceKinds: readonly ResourceKind[] = [
  builtIn('Deployment', 'apps', 'deployments', ['v1']),
  builtIn('StatefulSet', 'apps', 'statefulsets', ['v1']),
  builtIn('DaemonSet', 'apps', 'daemonsets', ['v1']),
  builtIn('CronJob', 'batch', 'cronjobs', ['v1']),
  builtIn('Pod', '', 'pods', ['v1']),
  builtIn('Node', '', 'nodes', ['v1'], {
    namespaced: false,
    metadataOnly: true,
  }),
  builtIn('Service', '', 'services', ['v1']),
  builtIn('ConfigMap', '', 'configmaps', ['v1']),
  builtIn('PersistentVolumeClaim', '', 'persistentvolumeclaims', ['v1']),
  builtIn(
    'HorizontalPodAutoscaler',
    'autoscaling',
    'horizontalpodautoscalers',
    ['v2', 'v1'],
  ),
  builtIn('PodDisruptionBudget', 'policy', 'poddisruptionbudgets', ['v1']),
  builtIn('NetworkPolicy', 'networking.k8s.io', 'networkpolicies', ['v1']),
  builtIn('Ingress', 'networking.k8s.io', 'ingresses', ['v1']),
  builtIn('Role', RBAC, 'roles', ['v1']),
  builtIn('RoleBinding', RBAC, 'rolebindings', ['v1']),
  builtIn('ClusterRole', RBAC, 'clusterroles', ['v1'], { namespaced: false }),
  builtIn('ClusterRoleBinding', RBAC, 'clusterrolebindings', ['v1'], {
    namespaced: false,
  }),
  builtIn('StorageClass', 'storage.k8s.io', 'storageclasses', ['v1'], {
    namespaced: false,
  }),
  custom('Rollout', 'argoproj.io', 'rollouts', ['v1alpha1']),
  custom('ScaledObject', 'keda.sh', 'scaledobjects', ['v1alpha1']),
  custom('Certificate', 'cert-manager.io', 'certificates', ['v1']),
  custom('Gateway', GATEWAY, 'gateways', ['v1', 'v1beta1'], {
    elsewhere: true,
  }),
  custom('HTTPRoute', GATEWAY, 'httproutes', ['v1', 'v1beta1']),
  custom('Route', 'route.openshift.io', 'routes', ['v1']),
  custom('DeploymentConfig', 'apps.openshift.io', 'deploymentconfigs', ['v1']),
  custom('ExternalSecret', 'external-secrets.io', 'externalsecrets', [
    'v1',
    'v1beta1',
  ]),
  custom('SealedSecret', 'bitnami.com', 'sealedsecrets', ['v1alpha1']),
  custom('VaultStaticSecret', 'secrets.hashicorp.com', 'vaultstaticsecrets', [
    'v1beta1',
  ]),
  custom('VaultDynamicSecret', 'secrets.hashicorp.com', 'vaultdynamicsecrets', [
    'v1beta1',
  ]),
  custom(
    'SecretProviderClass',
    'secrets-store.csi.x-k8s.io',
    'secretproviderclasses',
    ['v1'],
  ),
  custom('Cluster', 'postgresql.cnpg.io', 'clusters', ['v1']),
  custom('Backup', 'postgresql.cnpg.io', 'backups', ['v1']),
  custom('Backup', 'velero.io', 'backups', ['v1'], { elsewhere: true }),
  custom('Restore', 'velero.io', 'restores', ['v1'], { elsewhere: true }),
  custom('PeerAuthentication', 'security.istio.io', 'peerauthentications', [
    'v1',
    'v1beta1',
  ]),
  custom(
    'VulnerabilityReport',
    'aquasecurity.github.io',
    'vulnerabilityreports',
    ['v1alpha1'],
    { metadataOnly: true },
  ),
];

/** Names a kind among all groups, as `kubectl` does: `deployments.apps`. */
export function resourceName({ group, plural }: ResourceKind): string {
  return group ? `${plural}.${group}` : plural;
}

/** The path below which objects of a kind are found. */
export function resourcePath(
  { group, plural, namespaced }: ResourceKind,
  version: string,
  namespace?: string,
): string {
  return [
    ...(group ? ['apis', group] : ['api']),
    version,
    ...(namespaced && namespace !== undefined
      ? ['namespaces', encodeURIComponent(namespace)]
      : []),
    plural,
  ].join('/');
}
