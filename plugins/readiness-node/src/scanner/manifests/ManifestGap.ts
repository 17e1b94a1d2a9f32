/** Lists that Kubernetes objects fill. */
export const KUBERNETES_LISTS = [
  'workloads',
  'autoscalers',
  'disruptionBudgets',
  'roles',
  'roleBindings',
  'configMaps',
  'ingresses',
] as const;

/** One of {@link KUBERNETES_LISTS}. */
export type KubernetesList = (typeof KUBERNETES_LISTS)[number];

/** The list that objects of a kind belong to. */
const LIST_OF_KIND: Readonly<Record<string, KubernetesList>> = {
  ClusterRole: 'roles',
  ClusterRoleBinding: 'roleBindings',
  ConfigMap: 'configMaps',
  CronJob: 'workloads',
  DaemonSet: 'workloads',
  Deployment: 'workloads',
  Gateway: 'ingresses',
  HTTPRoute: 'ingresses',
  HorizontalPodAutoscaler: 'autoscalers',
  Ingress: 'ingresses',
  Job: 'workloads',
  Pod: 'workloads',
  PodDisruptionBudget: 'disruptionBudgets',
  ReplicaSet: 'workloads',
  Role: 'roles',
  RoleBinding: 'roleBindings',
  Rollout: 'workloads',
  Route: 'ingresses',
  ScaledObject: 'autoscalers',
  StatefulSet: 'workloads',
};

/**
 * Objects that could not be read: what depends on them cannot be told.
 */
export interface ManifestGap {
  /** Half a sentence: `deploy/pdb.yaml:3:5 is not YAML: …`. */
  reason: string;
  /** The file or folder that they stand in, to know whose they may be. */
  path: string;
  /** Kinds that may be missing; undefined where any may. */
  kinds: ReadonlySet<string> | undefined;
}

/** Whether objects of a kind may be missing. */
export function mayHide(gap: ManifestGap, kind: string): boolean {
  return gap.kinds === undefined || gap.kinds.has(kind);
}

/** The lists in which members may be missing. */
export function listsHiddenBy(gap: ManifestGap): KubernetesList[] {
  const { kinds } = gap;
  return KUBERNETES_LISTS.filter(
    list =>
      kinds === undefined ||
      [...kinds].some(kind => LIST_OF_KIND[kind] === list),
  );
}

/**
 * The kinds of the objects in a text that does not parse; undefined where it
 * names none. A `kind` further in, as in `scaleTargetRef`, is another's, unless
 * no object begins at the margin.
 */
export function kindsInText(text: string): ReadonlySet<string> | undefined {
  const found = [
    ...text.matchAll(
      /^([ \t-]{0,20})["']?kind["']?[ \t]*:[ \t]*["']?([A-Za-z]{1,60})/gm,
    ),
  ];
  const atMargin = found.filter(([, indent]) => indent === '');
  const kinds = new Set(
    (atMargin.length > 0 ? atMargin : found).map(([, , kind]) => kind),
  );
  return kinds.size > 0 ? kinds : undefined;
}

/** Whether a text that does not parse was meant as a Kubernetes object. */
export function looksLikeManifest(text: string): boolean {
  return (
    /^[ \t-]{0,20}["']?apiVersion["']?[ \t]*:/m.test(text) &&
    /^[ \t-]{0,20}["']?kind["']?[ \t]*:/m.test(text)
  );
}
