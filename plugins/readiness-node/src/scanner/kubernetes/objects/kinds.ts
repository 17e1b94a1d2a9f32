/** API groups without a dot that Kubernetes itself brings. */
const BUILT_IN_GROUPS = new Set([
  '',
  'apps',
  'autoscaling',
  'batch',
  'extensions',
  'policy',
]);

/** Kinds that live in no namespace. */
const CLUSTER_KINDS = new Set([
  'APIService',
  'CSIDriver',
  'ClusterExternalSecret',
  'ClusterIssuer',
  'ClusterPolicy',
  'ClusterRole',
  'ClusterRoleBinding',
  'ClusterSecretStore',
  'CustomResourceDefinition',
  'GatewayClass',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingWebhookConfiguration',
  'VolumeSnapshotClass',
]);

/** Groups whose documents are shaped like objects and are none. */
const OTHER_GROUPS = new Set([
  'backstage.io',
  'config.k8s.io',
  'kind.x-k8s.io',
  'kustomize.config.k8s.io',
  'scaffolder.backstage.io',
]);

/** The group of an `apiVersion`; empty for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** Whether objects of a kind live in no namespace. */
export function isClusterKind(kind: string): boolean {
  return CLUSTER_KINDS.has(kind);
}

/** Whether Kubernetes itself defines the group. */
export function isBuiltInGroup(group: string): boolean {
  return BUILT_IN_GROUPS.has(group) || group.endsWith('.k8s.io');
}

/** Whether an `apiVersion` is one of a Kubernetes API. */
export function isKubernetesApiVersion(apiVersion: string): boolean {
  const group = groupOf(apiVersion);
  if (OTHER_GROUPS.has(group)) {
    return false;
  }
  return (
    (BUILT_IN_GROUPS.has(group) || group.includes('.')) &&
    /(?:^|\/)v\d{1,3}(?:(?:alpha|beta)\d{1,3})?$/.test(apiVersion)
  );
}
