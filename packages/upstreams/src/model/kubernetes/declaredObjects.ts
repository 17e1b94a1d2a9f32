import type { Manifest } from '../../manifests';
import {
  metaOf,
  type KubernetesObject,
  type KubernetesValue,
} from './ObjectMeta';
import {
  labelsOf,
  type PlacedWorkload,
  workloadObjects,
} from './workloadObjects';

const WORKLOADS = new Set([
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Rollout',
  'StatefulSet',
]);
/** Run once, and gone when the release is out. */
const PASSING = new Set(['Job', 'Kustomization']);

type Fields = { [key: string]: KubernetesValue | undefined };

/**
 * What a cluster holds of a service whose repository declares its objects: just
 * these, with what the cluster adds. Replicas are those of the model, since
 * somebody may have scaled by hand; a workload that no manifest declares is as
 * the model has it.
 */
export function declaredObjects(
  placed: readonly PlacedWorkload[],
  manifests: readonly Manifest[],
): KubernetesObject[] {
  const [first] = placed;
  if (!first) {
    return [];
  }
  return [
    ...placed.flatMap(item => declaredWorkload(item, manifests)),
    ...manifests
      .filter(({ kind }) => !WORKLOADS.has(kind) && !PASSING.has(kind))
      .map(manifest => companion(first, manifest)),
  ];
}

function declaredWorkload(
  placed: PlacedWorkload,
  manifests: readonly Manifest[],
): KubernetesObject[] {
  const { workload, version } = placed;
  const objects = workloadObjects(placed);
  const manifest = manifests.find(
    ({ kind, metadata }) =>
      kind === workload.kind && metadata.name === workload.name,
  );
  if (!manifest) {
    return objects;
  }
  const declared = toObject(manifest);
  const spec = fieldsOf(declared.spec);
  const template = fieldsOf(spec.template);
  const podLabels = {
    ...fieldsOf(fieldsOf(template.metadata).labels),
    ...linkOf(placed),
  };
  const podSpec = withImages(fieldsOf(template.spec), version);
  return objects.map(object =>
    object.kind === 'Pod'
      ? asPod(object, podLabels, podSpec)
      : {
          ...object,
          metadata: {
            ...object.metadata,
            labels: {
              ...fieldsOf(fieldsOf(declared.metadata).labels),
              ...linkOf(placed),
            },
          },
          spec: {
            ...spec,
            replicas: workload.replicas,
            template: {
              metadata: { ...fieldsOf(template.metadata), labels: podLabels },
              spec: podSpec,
            },
          },
        },
  );
}

/** The label by which the portal finds the objects of the service. */
function linkOf(placed: PlacedWorkload): Record<string, string> {
  const { 'backstage.io/kubernetes-id': id } = labelsOf(placed);
  return { 'backstage.io/kubernetes-id': id };
}

function asPod(
  pod: KubernetesObject,
  labels: Fields,
  spec: Fields,
): KubernetesObject {
  const generated = fieldsOf(pod.metadata.labels);
  const status = fieldsOf(pod.status);
  const [first] = listOf(status.containerStatuses).map(fieldsOf);
  const { nodeName } = fieldsOf(pod.spec);
  return {
    ...pod,
    metadata: {
      ...pod.metadata,
      labels: { ...generated, ...labels },
    },
    spec: { ...spec, nodeName },
    status: {
      ...status,
      containerStatuses: listOf(spec.containers)
        .map(fieldsOf)
        .map(({ name, image }) => ({ ...first, name, image })),
    },
  };
}

/** Images without a tag get the one that is rolled out. */
function withImages(spec: Fields, version: string): Fields {
  return {
    ...spec,
    containers: listOf(spec.containers)
      .map(fieldsOf)
      .map(container => ({
        ...container,
        image: String(container.image).includes(':')
          ? container.image
          : `registry.lumenara.example/${container.image}:${version}`,
      })),
  };
}

function companion(
  placed: PlacedWorkload,
  manifest: Manifest,
): KubernetesObject {
  const { metadata, ...rest } = toObject(manifest);
  const { name, namespace, labels, annotations } = manifest.metadata;
  return {
    ...rest,
    metadata: metaOf(manifest.kind, {
      name,
      namespace: namespace ?? placed.namespace,
      labels,
      annotations,
      createdAt: placed.deployedAt,
    }),
    ...statusOf(placed, manifest.kind, fieldsOf(rest.spec)),
  };
}

function statusOf(
  { workload }: PlacedWorkload,
  kind: string,
  spec: Fields,
): { status?: KubernetesValue } {
  const { replicas } = workload;
  if (kind === 'HorizontalPodAutoscaler') {
    return {
      status: {
        currentReplicas: replicas,
        desiredReplicas: replicas,
        currentMetrics: [],
        conditions: [],
      },
    };
  }
  if (kind === 'PodDisruptionBudget') {
    const { minAvailable } = spec;
    const desiredHealthy =
      typeof minAvailable === 'number'
        ? minAvailable
        : Math.max(0, replicas - 1);
    return {
      status: {
        currentHealthy: replicas,
        desiredHealthy,
        disruptionsAllowed: Math.max(0, replicas - desiredHealthy),
        expectedPods: replicas,
        observedGeneration: 1,
      },
    };
  }
  return {};
}

function toObject(manifest: Manifest): KubernetesObject {
  // What YAML holds is what JSON holds.
  return JSON.parse(JSON.stringify(manifest));
}

function fieldsOf(value: KubernetesValue | undefined): Fields {
  return typeof value === 'object' && !Array.isArray(value) ? value : {};
}

function listOf(value: KubernetesValue | undefined): KubernetesValue[] {
  return Array.isArray(value) ? value : [];
}
